package city.dure.vault;

import city.dure.keys.KeyPlace;
import city.dure.shared.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final KeyPlace PLACE =
            new KeyPlace(
                    "master",
                    "master key",
                    "DURE_MASTER_KEY",
                    "without it nobody can read the personal data of this database again");

    private final Aes cipher;

    MasterKey(
            JdbcClient jdbc,
            @Value("${dure.master-key:}") String given,
            @Value("${dure.home}") String home,
            @Value("${spring.datasource.url}") String database) {
        Optional<String> recorded = recordedFingerprint(jdbc);
        byte[] key = PLACE.find(given, home, database, recorded.isPresent());
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

    private static void requireSame(Optional<String> recorded, String fingerprint) {
        if (recorded.isPresent() && !recorded.get().equals(fingerprint)) {
            throw new StartRefused(
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
