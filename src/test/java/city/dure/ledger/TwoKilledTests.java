package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.dure.TestDatabase;
import city.dure.verification.LedgerVerification;
import city.dure.verification.OneStatement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two processes that both seal one ledger while 16 threads write, and at random moments one of them
 * is killed: only on PostgreSQL, as H2's file has one process.
 */
@Tag("database")
class TwoKilledTests {
    private static final int KILLS = 10;
    private static final int THREADS_EACH = 8;
    private static final int LONGEST_MS = 400;
    @TempDir Path folder;

    @BeforeEach
    void needsManyProcesses() {
        assumeTrue(TestDatabase.isPostgres(), "one process at a time opens an embedded database");
    }

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        long seed = Long.getLong("property.seed", new Random().nextLong());
        var database = (DriverManagerDataSource) TestLedger.fresh();
        var test = new TestLedger(database);
        var acknowledged = recordAndKill(database, new Random(seed));
        test.awaitAlone();
        var before = LedgerVerification.check(database, null);
        assertThat(before.damages()).as("-Dproperty.seed=" + seed).isEmpty();
        test.seal();
        var after = LedgerVerification.check(database, before.head());
        assertThat(after.damages()).as("-Dproperty.seed=" + seed).isEmpty();
        assertThat(after.pending()).isZero();
        assertThat(after.size()).isEqualTo(before.size() + before.pending());
        assertThat(OneStatement.bad(test.jdbc)).as("-Dproperty.seed=" + seed).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * THREADS_EACH);
        acknowledged.removeAll(test.sealed());
        assertThat(acknowledged).as("lost with -Dproperty.seed=" + seed).isEmpty();
    }

    private Set<UUID> recordAndKill(DriverManagerDataSource database, Random random)
            throws Exception {
        var acknowledged = new HashSet<UUID>();
        var both = new RecordingProcess[] {start(database), start(database)};
        for (int kill = 0; kill < KILLS; kill++) {
            for (var process : both) {
                process.awaitAcknowledged(THREADS_EACH);
            }
            Thread.sleep(random.nextInt(LONGEST_MS));
            int victim = random.nextInt(both.length);
            acknowledged.addAll(both[victim].kill());
            both[victim] = start(database);
        }
        for (var process : both) {
            acknowledged.addAll(process.kill());
        }
        return acknowledged;
    }

    private RecordingProcess start(DriverManagerDataSource database) throws Exception {
        return RecordingProcess.start(folder, database, THREADS_EACH);
    }
}
