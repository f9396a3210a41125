package city.dure.publishing;

import city.dure.keys.KeyPlace;
import city.dure.shared.StartRefused;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs checkpoints: given as {@code DURE_LOG_KEY}, or with the embedded database kept
 * in {@code keys/log} of the data folder. The database remembers the public half, and the portal
 * does not start with another one.
 */
@Component
class LogKey {
    private static final KeyPlace PLACE =
            new KeyPlace(
                    "log",
                    "log key",
                    "DURE_LOG_KEY",
                    "without it nothing of this ledger can be signed any more");

    private final NoteSigner signer;

    LogKey(
            JdbcClient jdbc,
            @Value("${dure.log.key:}") String given,
            @Value("${dure.home}") String home,
            @Value("${spring.datasource.url}") String database) {
        Optional<String> recorded = recorded(jdbc);
        signer = new NoteSigner(PLACE.find(given, home, database, recorded.isPresent()));
        if (recorded.isEmpty()) {
            remember(jdbc, signer.publicKey());
        }
        requireSame(recorded(jdbc).orElseThrow(), signer.publicKey());
    }

    /** What signs with it. */
    NoteSigner signer() {
        return signer;
    }

    private static void requireSame(String recorded, String own) {
        if (!recorded.equals(own)) {
            throw new StartRefused(
                    "This log key is not the one with which this ledger was signed so far.",
                    "Start with the key of this ledger; its public half is " + recorded + ".");
        }
    }

    private static Optional<String> recorded(JdbcClient jdbc) {
        return jdbc.sql("select public_key from ledger_signer where id = 1")
                .query(String.class)
                .optional();
    }

    // Another instance may start at the same moment; the comparison afterwards decides.
    private static void remember(JdbcClient jdbc, String publicKey) {
        jdbc.sql("insert into ledger_signer (id, public_key) values (1, ?) on conflict do nothing")
                .param(publicKey)
                .update();
    }
}
