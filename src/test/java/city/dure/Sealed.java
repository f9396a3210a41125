package city.dure;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for the sealer, which files whom an entry concerns. */
public final class Sealed {
    private Sealed() {}

    /** Returns once no entry waits for its number. */
    public static void everything(JdbcClient jdbc) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        jdbc.sql("select 1 from ledger_pending limit 1")
                                .query(Integer.class)
                                .optional()
                                .isEmpty());
    }
}
