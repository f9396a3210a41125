package city.dure.invitations;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.passkeys.Passkeys;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links to accounts of staff. A link is shown once to whoever makes it; the database keeps
 * a hash of its token only. It is used when its holder has set how to sign in, not when it is
 * opened.
 */
@Service
@Transactional
public class Invitations {
    /** How long a link can be used. */
    public static final Duration VALID = Duration.ofHours(24);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Ledger ledger;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            Passkeys passkeys,
            Ledger ledger,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.ledger = ledger;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A link just made.
     *
     * @param path the path of its page, secret
     */
    public record Made(String path, Instant expiresAt, LedgerReceipt receipt) {}

    /** Makes a link to an account; those made before, and not used, no longer open it. */
    public Made invite(Actor actor, AccountId account) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = now.plus(VALID);
        jdbc.sql(
                        "update invitation set revoked_at = ? where account_id = ?"
                                + " and used_at is null and revoked_at is null")
                .params(utc(now), account.value())
                .update();
        jdbc.sql(
                        "insert into invitation (id, account_id, token_hash, made_at, expires_at)"
                                + " values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), account.value(), hash(token), utc(now), utc(until))
                .update();
        var receipt = ledger.record(actor, new AccountInvited(account, until.toString()));
        return new Made("/idp/invitations/" + token, until, receipt);
    }

    /** The link of a token, whatever became of it; nothing for a token that never was. */
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String token) {
        return jdbc.sql("select * from invitation where token_hash = ?")
                .param(hash(token))
                .query((row, number) -> invitation(row))
                .optional();
    }

    /** The last moment at which some link to an account can be used; nothing when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> openUntil(AccountId account) {
        return jdbc.sql(
                        "select expires_at from invitation where account_id = ?"
                                + " and used_at is null and revoked_at is null and expires_at > ?")
                .params(account.value(), utc(clock.instant()))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whether somebody came to an account by a link. */
    @Transactional(readOnly = true)
    public boolean wasUsedBy(AccountId account) {
        return jdbc.sql(
                                "select count(*) from invitation where account_id = ?"
                                        + " and used_at is not null")
                        .param(account.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether somebody signs in to an account already, by whatever way they came. */
    @Transactional(readOnly = true)
    public boolean opensNoMore(AccountId account) {
        return wasUsedBy(account) || passwords.has(account);
    }

    /**
     * Lets its holder sign in with a name and a password from now on, and in no earlier way: a link
     * is made for who lost a device as well.
     *
     * @throws InvitationGone when the link was used or ran out meanwhile
     * @throws org.springframework.dao.DuplicateKeyException when the sign-in name is another's
     */
    void accept(Invitation link, String name, String username, String password) {
        use(link);
        accounts.rename(link.account(), name);
        endAllBefore(link);
        passwords.set(holder(link), link.account(), username, password);
    }

    /**
     * Lets its holder sign in with a passkey from now on, and in no earlier way.
     *
     * @param options what the device was asked
     * @param made what it answered
     * @throws InvitationGone when the link was used or ran out meanwhile
     */
    void accept(
            Invitation link, String name, PublicKeyCredentialCreationOptions options, String made) {
        use(link);
        accounts.rename(link.account(), name);
        endAllBefore(link);
        passwords.remove(holder(link), link.account());
        passkeys.add(link.account(), options, made);
    }

    /** Who holds the link acts as the account, which may have no role yet. */
    static Actor holder(Invitation link) {
        return new Actor(link.account().ref(), Role.ANYONE);
    }

    /** Whoever found a lost device goes on neither by its passkey nor where it is signed in. */
    private void endAllBefore(Invitation link) {
        passkeys.removeAll(link.account());
        sessions.findByPrincipalName(link.account().ref()).keySet().forEach(sessions::deleteById);
    }

    private void use(Invitation link) {
        OffsetDateTime now = utc(clock.instant());
        int used =
                jdbc.sql(
                                "update invitation set used_at = ? where id = ?"
                                        + " and used_at is null and revoked_at is null"
                                        + " and expires_at > ?")
                        .params(now, link.id(), now)
                        .update();
        if (used == 0) {
            throw new InvitationGone();
        }
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        Instant expires = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        return new Invitation(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                expires,
                state(row, expires));
    }

    private Invitation.State state(ResultSet row, Instant expires) throws SQLException {
        if (row.getObject("used_at") != null) {
            return Invitation.State.USED;
        }
        if (row.getObject("revoked_at") != null) {
            return Invitation.State.REVOKED;
        }
        return clock.instant().isBefore(expires) ? Invitation.State.OPEN : Invitation.State.EXPIRED;
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
