package city.dure.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps every other key: given as {@code DURE_MASTER_KEY}, or with the embedded
 * database kept in {@code keys/master} of the data folder. The database remembers its fingerprint,
 * and the portal does not start with another one.
 */
@Component
class MasterKey {
    private static final Logger log = LoggerFactory.getLogger(MasterKey.class);
    private static final String HOW_TO_MAKE =
            "Set DURE_MASTER_KEY to 32 random bytes in base 64 (openssl rand -base64 32), the same"
                    + " for every instance, and keep a copy where the database is not.";

    private final Aes cipher;

    MasterKey(
            JdbcClient jdbc,
            @Value("${dure.master-key:}") String given,
            @Value("${dure.home}") String home,
            @Value("${spring.datasource.url}") String database) {
        Optional<String> recorded = recordedFingerprint(jdbc);
        byte[] key = given.isBlank() ? kept(database, home, recorded) : decode(given);
        requireSame(recorded, fingerprint(key));
        if (recorded.isEmpty()) {
            remember(jdbc, fingerprint(key));
        }
        cipher = Aes.under(key);
    }

    byte[] wrap(byte[] key, String context) {
        return cipher.seal(key, context);
    }

    byte[] unwrap(byte[] wrapped, String context) {
        return cipher.open(wrapped, context);
    }

    private static byte[] kept(String database, String home, Optional<String> recorded) {
        if (!database.startsWith("jdbc:h2:")) {
            throw new MasterKeyRefused("With PostgreSQL a master key must be given.", HOW_TO_MAKE);
        }
        KeyFile file = KeyFile.in(home);
        return file.read().map(MasterKey::decode).orElseGet(() -> make(file, recorded.isPresent()));
    }

    private static byte[] make(KeyFile file, boolean used) {
        if (used) {
            throw new MasterKeyRefused(
                    "The master key of this database is missing: there is no " + file.path() + ".",
                    "Put the file back from its copy; without it personal data stay unreadable.");
        }
        byte[] key = new byte[Aes.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        file.write(Base64.getEncoder().encodeToString(key));
        log.warn(
                "A master key was made in {}. Keep a copy elsewhere: without it nobody can read"
                        + " the personal data of this database again.",
                file.path().toAbsolutePath());
        return key;
    }

    private static byte[] decode(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == Aes.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            log.debug("not base 64", e);
        }
        throw new MasterKeyRefused("The master key is not 32 bytes in base 64.", HOW_TO_MAKE);
    }

    private static void requireSame(Optional<String> recorded, String fingerprint) {
        if (recorded.isPresent() && !recorded.get().equals(fingerprint)) {
            throw new MasterKeyRefused(
                    "This master key (fingerprint "
                            + fingerprint
                            + ") is not the one this database was made with (fingerprint "
                            + recorded.get()
                            + ").",
                    "Start with the key of this database, or with the database of this key.");
        }
    }

    private static Optional<String> recordedFingerprint(JdbcClient jdbc) {
        return jdbc.sql("select fingerprint from vault_master where id = 1")
                .query(String.class)
                .optional();
    }

    // Another instance may start at the same moment; the comparison afterwards decides.
    private static void remember(JdbcClient jdbc, String fingerprint) {
        jdbc.sql("insert into vault_master (id, fingerprint) values (1, ?) on conflict do nothing")
                .param(fingerprint)
                .update();
        requireSame(recordedFingerprint(jdbc), fingerprint);
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
