package city.dure.identity;

import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in names and hashed passwords of the portal's own authorization server. */
@Service
@Transactional
public class Passwords {
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Ledger ledger;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, Ledger ledger) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.ledger = ledger;
    }

    /** A sign-in name's account and the hash of its password. */
    public record Credential(AccountId account, String hash) {}

    /** Gives an account a name and a password to sign in with, in place of those it had. */
    public void set(Actor actor, AccountId account, String username, String password) {
        delete(account);
        jdbc.sql("insert into account_password (account_id, username, hash) values (?, ?, ?)")
                .params(account.value(), normalised(username), encoder.encode(password))
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
                                + " where p.username = ?")
                .param(normalised(username))
                .query((row, number) ->
                        new Credential(
                                new AccountId(row.getObject(1, java.util.UUID.class)),
                                row.getString(2)))
                .optional();
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
