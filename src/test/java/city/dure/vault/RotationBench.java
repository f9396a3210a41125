package city.dure.vault;

import city.dure.Figures;
import city.dure.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys a second that get a new master key, in pieces of 5,000 as the command takes them.
 *
 * <p>{@code -Dbench.keys=…} sets how many.
 */
@Tag("bench")
class RotationBench {
    private static final int KEYS = Integer.getInteger("bench.keys", 100_000);
    private static final int PIECE = 5_000;
    private final Figures figures = new Figures();
    @TempDir Path home;

    @Test
    void wrapsAnew() throws IOException {
        measure("h2", "h2");
        measure("postgres", "postgres");
        figures.write("rotation");
    }

    private void measure(String name, String database) {
        System.setProperty("dure.test.database", database);
        try {
            measure(name, new JdbcTemplate(TestDatabase.unguarded("rotation_bench")));
        } finally {
            System.clearProperty("dure.test.database");
        }
    }

    private void measure(String name, JdbcTemplate batch) {
        var jdbc = JdbcClient.create(batch);
        fill(batch, jdbc);
        var rewrapping = new Rewrapping(jdbc, batch, master(jdbc, 2, text(1)));
        var transaction =
                new TransactionTemplate(
                        new DataSourceTransactionManager(
                                Objects.requireNonNull(batch.getDataSource())));
        long from = System.nanoTime();
        String last = null;
        do {
            String after = last;
            last =
                    Objects.requireNonNull(
                                    transaction.execute(
                                            status -> rewrapping.subjects(after, PIECE)))
                            .last();
        } while (last != null);
        double seconds = (System.nanoTime() - from) / 1e9;
        figures.tell("rotation." + name, KEYS / seconds, "keys/s", "%d in %.1f s", KEYS, seconds);
    }

    private void fill(JdbcTemplate batch, JdbcClient jdbc) {
        batch.execute(
                "create table vault_master (id integer primary key, fingerprint varchar(64),"
                        + " next_fingerprint varchar(64))");
        batch.execute(
                "create table vault_key (subject varchar(64) primary key, wrapped bytea,"
                        + " destroyed_at timestamp with time zone)");
        var keys = new DataKeys(jdbc, master(jdbc, 1, ""), Clock.systemUTC(), batch);
        for (int i = 0; i < KEYS; i += PIECE) {
            keys.make(IntStream.range(i, i + PIECE).mapToObj("c-%08d"::formatted).toList());
        }
    }

    private MasterKey master(JdbcClient jdbc, int key, String before) {
        return new MasterKey(jdbc, text(key), before, home.toString(), "jdbc:postgresql:x");
    }

    private static String text(int with) {
        byte[] key = new byte[32];
        key[0] = (byte) with;
        return Base64.getEncoder().encodeToString(key);
    }
}
