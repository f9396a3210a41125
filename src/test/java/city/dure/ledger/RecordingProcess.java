package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Another process, which records in some threads and seals in one more, without end; it tells each
 * entry when its commit came back, and each batch that it sealed.
 */
final class RecordingProcess {
    private static final String ACKNOWLEDGED = "recorded ";
    private static final String SEALED = "sealed ";
    private static final int UUID_LENGTH = 36;
    private static final int KILLED = 137; // 128 + SIGKILL: it did not end by itself
    private static final int FAILED = 3;

    private final Process process;
    private final Path said;
    private final Thread reader;
    private final List<UUID> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();

    private RecordingProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts on a database that has the ledger's tables. */
    static RecordingProcess start(Path folder, DriverManagerDataSource where, int threads)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        RecordingProcess.class.getName(),
                        String.valueOf(where.getUrl()),
                        String.valueOf(where.getUsername()),
                        String.valueOf(threads));
        String classpath = System.getProperty("java.class.path");
        builder.environment()
                .put("CLASSPATH", System.getProperty("surefire.test.class.path", classpath));
        var said = Files.createTempFile(folder, "child", ".log");
        builder.redirectError(said.toFile());
        return new RecordingProcess(builder.start(), said);
    }

    /** Waits until it has acknowledged so many entries, and sealed a batch. */
    void awaitAcknowledged(int entries) throws InterruptedException, IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (acknowledged.size() < entries || batches.get() == 0) {
            assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
            assertThat(System.nanoTime()).as("it does not get on").isLessThan(end);
            Thread.sleep(2);
        }
    }

    /** Kills it, and returns what it had acknowledged. */
    List<UUID> kill() throws InterruptedException, IOException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor()).as(Files.readString(said)).isEqualTo(KILLED);
        reader.join();
        return acknowledged;
    }

    // The last line may be cut.
    private void read() {
        process.inputReader()
                .lines()
                .forEach(line -> {
                    if (line.startsWith(SEALED)) {
                        batches.incrementAndGet();
                    } else if (line.length() == ACKNOWLEDGED.length() + UUID_LENGTH) {
                        acknowledged.add(UUID.fromString(line.substring(ACKNOWLEDGED.length())));
                    }
                });
    }

    /** What the process runs: URL and user of the database, number of threads. */
    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[2]);
        var database = new HikariDataSource();
        database.setJdbcUrl(arguments[0]);
        database.setUsername(arguments[1]);
        database.setPassword("");
        database.setMaximumPoolSize(threads + 1);
        var test = TestLedger.of(database);
        try (var pool = Executors.newFixedThreadPool(threads + 1)) {
            pool.execute(() -> forever(() -> seal(test)));
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> forever(() -> record(test)));
            }
        }
    }

    private static void seal(TestLedger test) {
        int sealed = test.seals.sealNext().waits().size();
        if (sealed > 0) {
            System.out.println(SEALED + sealed);
        } else {
            pause(1);
        }
    }

    private static void record(TestLedger test) {
        var shown = new ThingShown(ThingId.random(), "red");
        System.out.println(ACKNOWLEDGED + test.record(Actor.SYSTEM, shown).getFirst().entry());
        pause(5); // else there is more to check than to kill
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void forever(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
