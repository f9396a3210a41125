package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.verification.LedgerVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills a process in the middle of its sealing, on the embedded database. */
class KilledTests {
    private static final int KILLS = 2;
    private static final int THREADS = 4;
    @TempDir Path folder;

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        var database = database(folder.resolve("dure").toString());
        new TestLedger(database);
        var acknowledged = new ArrayList<UUID>();
        for (int kill = 1; kill <= KILLS; kill++) {
            var process = RecordingProcess.start(folder, database, THREADS);
            process.awaitAcknowledged(40 * kill);
            acknowledged.addAll(process.kill());
        }
        try (var keepsOpen = database.getConnection()) {
            assertThat(keepsOpen.isClosed()).isFalse();
            var before = LedgerVerification.check(database, null);
            assertThat(before.damages()).isEmpty();
            var test = new TestLedger(database);
            test.seal();
            var after = LedgerVerification.check(database, before.head());
            assertThat(after.damages()).isEmpty();
            assertThat(after.pending()).isZero();
            assertThat(after.size()).isEqualTo(before.size() + before.pending());
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(40 * KILLS)
                    .allSatisfy(id -> assertThat(test.entries.find(id)).isPresent());
        }
    }

    static DriverManagerDataSource database(String file) {
        return new DriverManagerDataSource(
                "jdbc:h2:file:"
                        + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0",
                "dure",
                "");
    }
}
