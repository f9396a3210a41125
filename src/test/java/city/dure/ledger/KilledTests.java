package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.verification.LedgerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills a process in the middle of its sealing, on the embedded database. */
class KilledTests {
    private static final int KILLS = 2;
    private static final String ACKNOWLEDGED = "recorded ";
    @TempDir Path folder;

    @Test
    void losesAndDoublesNothingThatWasAcknowledged() throws Exception {
        var acknowledged = new ArrayList<UUID>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(runAndKillAfter(40 * kill));
        }
        var database = database(folder.resolve("dure").toString());
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

    private List<UUID> runAndKillAfter(int entries) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        Recorder.class.getName(),
                        folder.resolve("dure").toString());
        String classpath = System.getProperty("java.class.path");
        builder.environment()
                .put("CLASSPATH", System.getProperty("surefire.test.class.path", classpath));
        builder.redirectError(Files.createTempFile(folder, "child", ".log").toFile());
        var child = builder.start();
        var acknowledged = new ArrayList<UUID>();
        try (var lines = child.inputReader()) {
            lines.lines()
                    .filter(line -> line.startsWith(ACKNOWLEDGED))
                    .map(line -> UUID.fromString(line.substring(ACKNOWLEDGED.length())))
                    .peek(acknowledged::add)
                    .filter(id -> acknowledged.size() == entries)
                    .forEach(id -> child.toHandle().destroyForcibly());
        }
        // 137 = 128 + SIGKILL: it did not end by itself.
        assertThat(child.waitFor()).as("lines: %s", acknowledged.size()).isEqualTo(137);
        return acknowledged;
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

    /** The process that is killed: records in four threads and seals in another, without end. */
    static final class Recorder {
        private Recorder() {}

        public static void main(String[] arguments) throws Exception {
            var database = database(arguments[0]);
            var keepsOpen = database.getConnection();
            var test = new TestLedger(database);
            try (var pool = Executors.newFixedThreadPool(5)) {
                pool.submit(() -> sealing(test));
                for (int i = 0; i < 4; i++) {
                    pool.submit(() -> recording(test));
                }
            }
            keepsOpen.close();
        }

        private static void sealing(TestLedger test) {
            while (true) {
                test.seals.sealNext();
            }
        }

        private static void recording(TestLedger test) {
            while (true) {
                var receipt =
                        test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"))
                                .getFirst();
                System.out.println(ACKNOWLEDGED + receipt.entry());
            }
        }
    }
}
