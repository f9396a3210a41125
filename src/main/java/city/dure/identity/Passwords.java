package city.dure.identity;

import city.dure.access.KeyedHash;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hashed sign-in names and passwords of the portal's own authorization server. */
@Service
@Transactional
public class Passwords {
    /** What a sign-in name looks like. */
    public static final String USERNAME = "\\s*[A-Za-z0-9][-A-Za-z0-9._@]{2,59}\\s*";

    private static final String NAMES = "identity.sign-in-names";
    private static final int SHORTEST = 15;
    private static final int FEWEST_SIGNS = 5;

    /** What bcrypt reads of a password. */
    private static final int MOST_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final KeyedHash hash;
    private final Ledger ledger;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, KeyedHash hash, Ledger ledger) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.hash = hash;
        this.ledger = ledger;
    }

    /**
     * Why a password will not do, as the end of a message key; null when it will. Only its length
     * is asked (NIST SP 800-63B-4, section 3.1.1: 15 characters where it is the only factor), and
     * that it is no repetition and not the sign-in name.
     */
    public static @Nullable String fault(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return "short";
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return "long";
        }
        String rest = password.toLowerCase(Locale.ROOT).replace(normalised(username), "");
        boolean guessable =
                password.codePoints().distinct().count() < FEWEST_SIGNS
                        || rest.length() < FEWEST_SIGNS;
        return guessable ? "guessable" : null;
    }

    /** A sign-in name's account and the hash of its password. */
    public record Credential(AccountId account, String hash) {}

    /** Gives an account a name and a password to sign in with, in place of those it had. */
    public void set(Actor actor, AccountId account, String username, String password) {
        delete(account);
        jdbc.sql("insert into account_password (account_id, username, hash) values (?, ?, ?)")
                .params(account.value(), mark(username), encoder.encode(password))
                .update();
        ledger.record(actor, new PasswordSet(account));
    }

    /** Lets nobody sign in to an account with a password; without an entry where nobody could. */
    public void remove(Actor actor, AccountId account) {
        if (delete(account)) {
            ledger.record(actor, new PasswordRemoved(account));
        }
    }

    /** What is known of a sign-in name of an open account. */
    @Transactional(readOnly = true)
    public Optional<Credential> find(String username) {
        return jdbc.sql(
                        "select p.account_id, p.hash from account_password p join account a"
                                + " on a.id = p.account_id and a.closed_at is null"
                                + " where p.username in (?, ?)")
                // Those from before names were hashed are so at the end of this version's start.
                .params(mark(username), normalised(username))
                .query((row, number) ->
                        new Credential(
                                new AccountId(row.getObject(1, java.util.UUID.class)),
                                row.getString(2)))
                .optional();
    }

    /** Whether somebody can sign in to an account with a password. */
    @Transactional(readOnly = true)
    public boolean has(AccountId account) {
        return jdbc.sql("select count(*) from account_password where account_id = ?")
                        .param(account.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What is kept of a sign-in name, as people choose their own name for it. */
    String mark(String username) {
        return "h-" + hash.of(NAMES, normalised(username));
    }

    private boolean delete(AccountId account) {
        return jdbc.sql("delete from account_password where account_id = ?")
                        .param(account.value())
                        .update()
                > 0;
    }

    /** Spaces around it and capitals make no other name. */
    public static String normalised(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
