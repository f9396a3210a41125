package city.dure;

import static org.awaitility.Awaitility.await;

import city.dure.ledger.LedgerEntries;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Subject;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for the sealer, which files whom an entry concerns. */
public final class Sealed {
    private static final int MOST = 100;

    private Sealed() {}

    /** The kinds of all entries about something, newest first, a hundred at most. */
    public static List<String> kinds(JdbcClient jdbc, LedgerEntries entries, Subject about) {
        everything(jdbc);
        return entries.about(about.ref(), true, null, MOST).rows().stream()
                .map(SealedEntry::kind)
                .toList();
    }

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
