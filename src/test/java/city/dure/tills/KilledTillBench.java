package city.dure.tills;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Figures;
import city.dure.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Kills the portal ten times while eight tills take payments: nothing that was acknowledged is
 * lost, nothing is paid twice, the ledger verifies, and all sums are 0. {@code -Ddure.kills=} for
 * another number.
 */
@Tag("bench")
class KilledTillBench {
    private static final int KILLS = Integer.getInteger("dure.kills", 10);
    private static final int THREADS = 8;
    private static final int BETWEEN = 60;
    private static final String CARD = "9410-2026-1121-0003";

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unheard = new ConcurrentLinkedQueue<>();
    private final Figures figures = new Figures();

    @Test
    void losesNothingOnPostgres(@TempDir Path home) throws Exception {
        System.setProperty("dure.test.database", "postgres");
        try {
            var settings = new HashMap<String, String>();
            TestDatabase.properties("killed")
                    .forEach((key, value) -> settings.put(variable(key), String.valueOf(value)));
            settings.put("SPRING_PROFILES_ACTIVE", "demo");
            run("postgres", home, settings);
            var jdbc = new JdbcTemplate(TestDatabase.unguarded("killed"));
            assertThat(number(jdbc, "select sum(amount) from money_movement")).isZero();
            assertThat(number(jdbc, "select count(*) from money_lot where remaining < 0")).isZero();
        } finally {
            System.clearProperty("dure.test.database");
        }
    }

    @Test
    void losesNothingOnH2(@TempDir Path home) throws Exception {
        run("h2", home, Map.of());
    }

    private void run(String database, Path home, Map<String, String> settings) throws Exception {
        var portal = PortalProcess.start(home, settings);
        long before = usable(portal.address());
        for (int kill = 0; kill < KILLS; kill++) {
            payUntilKilled(portal);
            portal = PortalProcess.start(home, settings);
            askAgain(portal.address());
        }
        long paid = before - usable(portal.address());
        portal.kill();
        int verified = PortalProcess.command(home, settings, "verify");
        String name = "killed." + database;
        figures.tell(name + ".kills", KILLS, "", "aim 10");
        figures.tell(name + ".acknowledged", acknowledged.size(), "payments", "of 1 won each");
        figures.tell(name + ".double", paid - acknowledged.size(), "won", "aim 0");
        figures.tell(name + ".verify", verified, "exit code", "aim 0");
        figures.write("killed-" + database);
        assertThat(paid).isEqualTo(acknowledged.size());
        assertThat(verified).isZero();
    }

    private void payUntilKilled(PortalProcess portal) throws Exception {
        var over = new AtomicBoolean();
        var heard = new AtomicInteger();
        try (var till = new TillClient(portal.address());
                var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> payOnAndOn(till, over, heard));
            }
            while (heard.get() < BETWEEN) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            portal.kill();
            over.set(true);
        }
    }

    private void payOnAndOn(TillClient till, AtomicBoolean over, AtomicInteger heard) {
        while (!over.get()) {
            String key = UUID.randomUUID().toString();
            unheard.add(key);
            try {
                var answer = till.pay(key, CARD, 1);
                if (answer.statusCode() == 201) {
                    acknowledged.put(key, answer.body());
                    unheard.remove(key);
                    heard.incrementAndGet();
                }
            } catch (IOException killed) {
                over.set(true); // It stays among those unheard, and is asked for again
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was acknowledged is told again word for word; what was not is done now, once. */
    private void askAgain(URI portal) throws Exception {
        try (var till = new TillClient(portal)) {
            for (var each : acknowledged.entrySet()) {
                assertThat(till.pay(each.getKey(), CARD, 1).body()).isEqualTo(each.getValue());
            }
            for (String key = unheard.poll(); key != null; key = unheard.poll()) {
                var answer = till.pay(key, CARD, 1);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                acknowledged.put(key, answer.body());
            }
        }
    }

    private static long usable(URI portal) throws Exception {
        try (var till = new TillClient(portal)) {
            return till.usable(CARD);
        }
    }

    private static long number(JdbcTemplate jdbc, String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? -1 : found;
    }

    /** A setting as an environment variable. */
    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
