package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.merkle.Hashes;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Commits a second of one business transaction (two accounts updated, one row inserted): without
 * the ledger, with an entry that is sealed beside it, and with the chain inside the transaction.
 */
@Tag("bench")
class LedgerBench {
    private static final int ACCOUNTS = 10_000;
    private static final int ROUNDS = 3;
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(3);
    // Until the compiler is done: a portal runs for months, its first seconds say little.
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final double AIM = 0.6;
    private static final Actor CITIZEN = new Actor("u-00000000000000000000000001", Role.CITIZEN);
    private final List<String> results = new ArrayList<>();
    @TempDir Path folder;

    private enum Mode {
        NONE,
        ENTRY,
        CHAINED
    }

    @Test
    void countsCommits() throws Exception {
        measure("h2", KilledTests.database(folder.resolve("dure").toString()));
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", (DriverManagerDataSource) TestLedger.fresh());
        } finally {
            System.clearProperty("dure.test.database");
        }
        write();
    }

    private void measure(String name, DriverManagerDataSource where) throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(where.getUrl());
            pool.setUsername(where.getUsername());
            pool.setPassword(where.getPassword());
            pool.setMaximumPoolSize(40);
            var test = new TestLedger(pool);
            prepare(test);
            warmUp(test);
            for (int threads : new int[] {1, 8, 32}) {
                measure(name, test, threads);
            }
        }
    }

    private void warmUp(TestLedger test) throws Exception {
        var sealer = sealer(test, new SimpleMeterRegistry());
        sealer.start();
        for (Mode mode : Mode.values()) {
            round(test, mode, 8, WARM_UP_NANOS);
        }
        sealer.stop();
    }

    private static Sealer sealer(TestLedger test, SimpleMeterRegistry metrics) {
        return new Sealer(test.seals, test.signals, test.jdbc, metrics, "test.example/ledger");
    }

    private void measure(String name, TestLedger test, int threads) throws Exception {
        var commits = new EnumMap<Mode, Double>(Mode.class);
        var metrics = new SimpleMeterRegistry();
        var sealer = sealer(test, metrics);
        sealer.start();
        for (int round = 0; round < ROUNDS; round++) {
            for (Mode mode : Mode.values()) {
                commits.merge(mode, round(test, mode, threads, ROUND_NANOS) / ROUNDS, Double::sum);
            }
        }
        sealer.stop();
        String prefix = "ledger.%s.%dthreads.".formatted(name, threads);
        double none = commits.getOrDefault(Mode.NONE, 0.0);
        commits.forEach((mode, rate) ->
                result(
                        prefix + mode.name().toLowerCase(Locale.ROOT),
                        rate,
                        "commits/s",
                        "%.2f of none%s"
                                .formatted(
                                        rate / none,
                                        mode == Mode.ENTRY && threads == 32
                                                ? " (aim %.2f)".formatted(AIM)
                                                : "")));
        for (var percentile :
                metrics.get("dure.ledger.seal.lag").timer().takeSnapshot().percentileValues()) {
            result(
                    prefix + "seal_lag.p%.0f".formatted(percentile.percentile() * 100),
                    percentile.value(TimeUnit.MILLISECONDS),
                    "ms",
                    "-");
        }
    }

    /** Commits a second over one round; what is left to seal is sealed before it returns. */
    private double round(TestLedger test, Mode mode, int threads, long nanos) throws Exception {
        long began = System.nanoTime();
        long end = began + nanos;
        long commits = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            Callable<Long> work =
                    () -> {
                        long done = 0;
                        for (; System.nanoTime() < end; done++) {
                            test.transaction.executeWithoutResult(status -> act(test, mode));
                        }
                        return done;
                    };
            for (var done : pool.invokeAll(Collections.nCopies(threads, work))) {
                commits += done.get();
            }
        }
        double rate = commits * 1e9 / (System.nanoTime() - began);
        for (int waits = 0; test.seals.anyPending(); waits++) {
            assertThat(waits).as("the sealer does not catch up").isLessThan(3000);
            Thread.sleep(10);
        }
        return rate;
    }

    private void act(TestLedger test, Mode mode) {
        var random = ThreadLocalRandom.current();
        int one = random.nextInt(ACCOUNTS);
        int other = random.nextInt(ACCOUNTS);
        var update = "update bench_account set balance = balance + ? where id = ?";
        test.jdbc.update(update, 1, Math.min(one, other));
        test.jdbc.update(update, -1, Math.max(one, other));
        var payment = new ThingId(UUID.randomUUID());
        test.jdbc.update(
                "insert into bench_payment (id, payer, payee) values (?, ?, ?)",
                payment.value(),
                one,
                other);
        var event = new ThingHidden(payment, 1, Map.of("rule", "1"));
        switch (mode) {
            case NONE -> {}
            case ENTRY -> test.ledger.record(CITIZEN, event);
            case CHAINED -> chain(test, event);
        }
    }

    private static void chain(TestLedger test, ThingHidden event) {
        UUID id = UUID.randomUUID();
        var details = Details.of(event);
        var leaf =
                Leaf.closed("x/1", Clock.systemUTC().instant(), "citizen", CITIZEN.ref(), details);
        byte[] hash = Hashes.leaf(leaf.bytes());
        var jdbc = test.jdbc;
        jdbc.update(
                "insert into ledger_entry values (?, 'x/1', ?, ?, null)", id, leaf.bytes(), hash);
        jdbc.update("insert into ledger_opening values (?, ?, ?)", id, leaf.salt(), leaf.details());
        jdbc.update("insert into ledger_subject values (?, ?, 'by')", id, CITIZEN.ref());
        jdbc.update("insert into ledger_subject values (?, ?, 'about')", id, event.thing().ref());
        var head = jdbc.queryForMap("select size, chain_hash from bench_head for update");
        byte[] link = Hashes.chain((byte[]) Objects.requireNonNull(head.get("chain_hash")), hash);
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        Object size = head.get("size");
        jdbc.update("insert into bench_leaf values (?, ?, ?, ?, ?)", size, id, hash, link, now);
        jdbc.update("update bench_head set size = size + 1, chain_hash = ?", link);
    }

    private static void prepare(TestLedger test) {
        test.jdbc.execute("create table bench_account (id integer primary key, balance bigint)");
        test.jdbc.execute(
                "create table bench_payment (id uuid primary key, payer integer, payee integer)");
        // The chain inside the transaction has tables of its own, so that it disturbs no sealer.
        test.jdbc.execute("create table bench_head as select * from ledger_head");
        test.jdbc.execute(
                "create table bench_leaf (seq bigint primary key, entry_id uuid unique,"
                        + " leaf_hash bytea, chain_hash bytea,"
                        + " sealed_at timestamp with time zone)");
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < ACCOUNTS; i++) {
            rows.add(new Object[] {i});
        }
        test.jdbc.batchUpdate("insert into bench_account values (?, 0)", rows);
    }

    private void result(String name, double value, String unit, String ratio) {
        System.out.printf("%s %.1f %s %s%n", name, value, unit, ratio);
        results.add(
                "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}"
                        .formatted(name, value, unit, ratio));
    }

    private void write() throws IOException {
        var file = Path.of("target", "bench", "ledger.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n  " + String.join(",\n  ", results) + "\n]\n");
    }
}
