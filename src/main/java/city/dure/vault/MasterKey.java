package city.dure.vault;

import city.dure.keys.KeyPlace;
import city.dure.shared.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps every other key: given as {@code DURE_MASTER_KEY}, or with the embedded
 * database kept in {@code keys/master} of the data folder. The database remembers its fingerprint,
 * and the portal does not start with another one, except with the one before beside it: then every
 * key is wrapped anew, and what is not yet can still be opened.
 */
@Component
class MasterKey {
    private final JdbcClient jdbc;
    private final String fingerprint;
    private final Aes cipher;
    private final @Nullable Aes before;

    MasterKey(
            JdbcClient jdbc,
            @Value("${dure.master-key:}") String given,
            @Value("${dure.master-key-before:}") String givenBefore,
            @Value("${dure.home}") String home,
            @Value("${spring.datasource.url}") String database) {
        this.jdbc = jdbc;
        var recorded = Recorded.in(jdbc);
        byte[] key = KeyPlace.MASTER.find(given, home, database, recorded.isPresent());
        byte[] old = KeyPlace.MASTER.findBefore(given, givenBefore, home, database).orElse(null);
        fingerprint = fingerprint(key);
        cipher = Aes.under(key);
        boolean changing =
                recorded.isPresent()
                        && changes(recorded.get(), old == null ? "" : fingerprint(old));
        before = changing && old != null ? Aes.under(old) : null;
        if (recorded.isEmpty()) {
            remember();
        }
    }

    byte[] wrap(byte[] key, String context) {
        return cipher.seal(key, context);
    }

    byte[] unwrap(byte[] wrapped, String context) {
        return before == null
                ? cipher.open(wrapped, context)
                : cipher.tryOpen(wrapped, context).orElseGet(() -> before.open(wrapped, context));
    }

    /**
     * The end of an insert of something just wrapped: nothing is inserted where another master key
     * is in force by now, as in a portal that was not started anew with it.
     */
    static final String IN_FORCE =
            " from vault_master where id = 1 and coalesce(next_fingerprint, fingerprint) = ?";

    /** What {@link #IN_FORCE} compares. */
    String fingerprint() {
        return fingerprint;
    }

    IllegalStateException outdated() {
        return new IllegalStateException(
                "another master key is in force; this portal has to be started anew with it");
    }

    /** The same key under the master key in force; empty where it is already. */
    Optional<byte[]> rewrap(byte[] wrapped, String context) {
        return before == null || cipher.tryOpen(wrapped, context).isPresent()
                ? Optional.empty()
                : Optional.of(wrap(before.open(wrapped, context), context));
    }

    /** Whether keys may still be wrapped under the one before. */
    boolean isChanging() {
        return before != null && Recorded.in(jdbc).orElseThrow().next() != null;
    }

    /** From now on this key alone is the database's; each key must be under it. */
    void finish() {
        jdbc.sql(
                        "update vault_master set fingerprint = ?, next_fingerprint = null"
                                + " where id = 1")
                .param(fingerprint)
                .update();
    }

    /** The first letters of its fingerprint, by which people tell one from another. */
    String shortly() {
        return fingerprint.substring(0, 8);
    }

    /** What the database remembers; next while it is being changed. */
    private record Recorded(String fingerprint, @Nullable String next) {
        static Optional<Recorded> in(JdbcClient jdbc) {
            return jdbc.sql("select fingerprint, next_fingerprint from vault_master where id = 1")
                    .query((row, number) -> new Recorded(row.getString(1), row.getString(2)))
                    .optional();
        }
    }

    /** Whether this key takes over from the one before; refused when it may not be used. */
    private boolean changes(Recorded recorded, String old) {
        String next = recorded.next();
        if (recorded.fingerprint().equals(fingerprint)) {
            refuseIfReplaced(next);
            return false;
        }
        if (fingerprint.equals(next) && !recorded.fingerprint().equals(old)) {
            throw new StartRefused(
                    "Not every key is under this master key yet: the one before (fingerprint "
                            + recorded.fingerprint()
                            + ") is still needed.",
                    "Give that one as DURE_MASTER_KEY_BEFORE, and run rotate-master-key to its end.");
        }
        if (!recorded.fingerprint().equals(old) || next != null && !fingerprint.equals(next)) {
            throw another(recorded);
        }
        return next != null || begin();
    }

    private void refuseIfReplaced(@Nullable String next) {
        if (next != null) {
            throw new StartRefused(
                    "This master key is being replaced by another (fingerprint " + next + ").",
                    "Give that one as DURE_MASTER_KEY, and this one as DURE_MASTER_KEY_BEFORE.");
        }
    }

    // Another instance may begin at the same moment, with another key: the stored one counts.
    private boolean begin() {
        jdbc.sql(
                        "update vault_master set next_fingerprint = ?"
                                + " where id = 1 and next_fingerprint is null")
                .param(fingerprint)
                .update();
        var stored = Recorded.in(jdbc).orElseThrow();
        if (!fingerprint.equals(stored.next())) {
            throw another(stored);
        }
        return true;
    }

    // Another instance may start at the same moment; the comparison afterwards decides.
    private void remember() {
        jdbc.sql("insert into vault_master (id, fingerprint) values (1, ?) on conflict do nothing")
                .param(fingerprint)
                .update();
        var stored = Recorded.in(jdbc).orElseThrow();
        if (!stored.fingerprint().equals(fingerprint)) {
            throw another(stored);
        }
    }

    private StartRefused another(Recorded recorded) {
        return new StartRefused(
                "This master key (fingerprint "
                        + fingerprint
                        + ") is not the one this database was made with (fingerprint "
                        + recorded.fingerprint()
                        + ").",
                "Start with the key of this database, or with the database of this key.");
    }

    private static String fingerprint(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] sum = mac.doFinal("dure master key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
