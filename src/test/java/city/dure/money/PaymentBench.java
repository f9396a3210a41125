package city.dure.money;

import city.dure.Dure;
import city.dure.Figures;
import city.dure.TestDatabase;
import city.dure.cards.TestCards;
import city.dure.citizens.CitizenId;
import city.dure.ownshop.TestShops;
import city.dure.shared.Subject;
import city.dure.tills.TestTill;
import city.dure.tills.TillClient;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many payments a second PostgreSQL takes, through the tills' API and without any HTTP, beside
 * a plain transfer between two rows on the same server; and a single shop beside a hundred.
 * Clients, portal and database share one machine.
 */
@Tag("bench")
class PaymentBench {
    private static final int CITIZENS = 400;
    private static final int SHOPS = 100;
    private static final int POOL = 40;
    private static final long MILLION = 1_000_000;
    private static final long SECONDS = Long.getLong("dure.bench.seconds", 8);
    private static final String MOVE = "update bench_account set amount = amount + ? where id = ?";

    private final Figures figures = new Figures();
    private final List<Subject> citizens = new ArrayList<>();
    private final List<Subject> shops = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private @Nullable TillClient till;

    /** What was done in a time, each in nanoseconds, sorted. */
    private record Run(List<Long> nanos, double seconds) {
        double aSecond() {
            return nanos.size() / seconds;
        }

        double ms(double share) {
            return nanos.get((int) (nanos.size() * share)) / 1e6;
        }
    }

    @Test
    void paysOnPostgres(@TempDir Path home) throws Exception {
        System.setProperty("dure.test.database", "postgres");
        try (var portal = portal(home);
                var plain = plain()) {
            var test = portal.getBean(TestMoney.class);
            fill(test, portal.getBean(TestCards.class));
            portal.getBean(TestTill.class).standsIn(portal.getBean(TestShops.class).open());
            var port = portal.getEnvironment().getRequiredProperty("local.server.port");
            till = new TillClient(URI.create("http://127.0.0.1:" + port + "/"));
            for (int threads : new int[] {1, 8, 32}) {
                measure(threads, test, plain);
            }
        } finally {
            System.clearProperty("dure.test.database");
        }
        figures.write("payments");
    }

    private void measure(int threads, TestMoney test, HikariDataSource plain) throws Exception {
        Run rows = run(threads, () -> move(plain));
        Run spread = run(threads, () -> pay(test, shops.get(any(SHOPS))));
        Run hot = run(threads, () -> pay(test, shops.getFirst()));
        Run api = run(threads, this::payAtATill);
        String name = "payments.postgres." + threads + "-threads";
        figures.tell(name + ".plain", rows.aSecond(), "1/s", "two rows, plain JDBC");
        String aim = threads == 32 ? "%.2f of plain (aim 0.15)" : "%.2f of plain";
        figures.tell(name, spread.aSecond(), "1/s", aim, spread.aSecond() / rows.aSecond());
        figures.tell(name + ".p50", spread.ms(0.5), "ms", "-");
        figures.tell(name + ".p99", spread.ms(0.99), "ms", "-");
        figures.tell(name + ".api", api.aSecond(), "1/s", aim, api.aSecond() / rows.aSecond());
        figures.tell(name + ".api.p50", api.ms(0.5), "ms", "-");
        figures.tell(name + ".api.p99", api.ms(0.99), "ms", "-");
        figures.tell(
                name + ".hot-shop",
                hot.aSecond(),
                "1/s",
                "%.2f of spread (aim 0.8)",
                hot.aSecond() / spread.aSecond());
    }

    private static Run run(int threads, Callable<?> work) throws Exception {
        until(threads, work, SECONDS); // Until it is compiled
        return until(threads, work, SECONDS);
    }

    private static Run until(int threads, Callable<?> work, long seconds) throws Exception {
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var futures =
                    IntStream.range(0, threads)
                            .mapToObj(no -> pool.submit(() -> all(work, end)))
                            .toList();
            return new Run(sorted(futures), (System.nanoTime() - began) / 1e9);
        }
    }

    private static List<Long> all(Callable<?> work, long end) throws Exception {
        var nanos = new ArrayList<Long>();
        for (long began = System.nanoTime(); began < end; ) {
            work.call();
            long now = System.nanoTime();
            nanos.add(now - began);
            began = now;
        }
        return nanos;
    }

    private static List<Long> sorted(List<Future<List<Long>>> futures)
            throws InterruptedException, ExecutionException {
        var nanos = new ArrayList<Long>();
        for (var each : futures) {
            nanos.addAll(each.get());
        }
        nanos.sort(null);
        return nanos;
    }

    private Outcome pay(TestMoney test, Subject shop) {
        var outcome = test.pay(TestMoney.fresh(), citizens.get(any(CITIZENS)), shop, 1);
        if (outcome instanceof Outcome.Refused) {
            throw new IllegalStateException(outcome.toString());
        }
        return outcome;
    }

    private int payAtATill() throws IOException, InterruptedException {
        String card = cards.get(any(CITIZENS));
        var answer = Objects.requireNonNull(till).pay(TestMoney.fresh(), card, 1);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return answer.statusCode();
    }

    private static int move(HikariDataSource plain) throws SQLException {
        try (var connection = plain.getConnection()) {
            connection.setAutoCommit(false);
            int one = any(CITIZENS);
            int changed = move(connection, one, -1) + move(connection, CITIZENS + any(SHOPS), 1);
            connection.commit();
            return changed;
        }
    }

    private static int move(Connection connection, int id, int amount) throws SQLException {
        try (var statement = connection.prepareStatement(MOVE)) {
            statement.setInt(1, amount);
            statement.setInt(2, id);
            return statement.executeUpdate();
        }
    }

    private void fill(TestMoney test, TestCards owned) {
        IntStream.range(0, SHOPS).forEach(no -> shops.add(TestMoney.someone("m")));
        for (int i = 0; i < CITIZENS; i++) {
            citizens.add(TestMoney.someone("c"));
            test.fill(citizens.get(i), MILLION);
            cards.add(owned.active(CitizenId.valueOf(citizens.get(i).ref())).plain());
        }
    }

    private static ConfigurableApplicationContext portal(Path home) {
        var settings = new HashMap<>(TestDatabase.properties("payments"));
        settings.put("spring.datasource.hikari.maximum-pool-size", POOL);
        settings.put("server.port", 0);
        settings.put("dure.home", home);
        settings.put("dure.demo", true);
        settings.put("logging.level.root", "warn");
        var arguments =
                settings.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue());
        return new SpringApplicationBuilder(Dure.class)
                .profiles("bench")
                .run(arguments.toArray(String[]::new));
    }

    /** As many rows as there are wallets and shops, beside the portal's tables. */
    private static HikariDataSource plain() throws SQLException {
        var settings = new HikariConfig();
        settings.setDataSource(TestDatabase.unguarded("payments"));
        settings.setMaximumPoolSize(POOL);
        var pool = new HikariDataSource(settings);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table bench_account (id int primary key, amount bigint)");
            statement.execute(
                    "insert into bench_account select i, 0 from generate_series(0, "
                            + (CITIZENS + SHOPS)
                            + ") i");
        }
        return pool;
    }

    private static int any(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
