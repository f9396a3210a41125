package city.dure.finder;

import city.dure.Dure;
import city.dure.TestDatabase;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.eligibility.Rechecks;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRun;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Spot;
import city.dure.sources.Sources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the finder, its map and the yearly re-check take with 43,000 merchants that declared
 * three years each; one in fifty sells more than the ceiling, one in a thousand declared nothing
 * for the last year.
 */
@Tag("bench")
class AcceptsBench {
    private static final int SHOPS = 43_000;
    private static final int BATCH = 500;
    private static final int ASKED = 100;
    private static final double AIM_MS = 100;
    private static final String JSON =
            "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}";
    private static final Actor OFFICER = new Actor("u-BENCH", Role.MERCHANT_OFFICER);
    private static final String BOX = "&south=37.5&west=126.7&north=37.8&east=127.30%23&zoom=11";
    private static final Map<String, String> PAGES =
            Map.of(
                    "list",
                    "/merchants?accepts=general&q=%23",
                    "list_unfiltered",
                    "/merchants?q=%23",
                    "points",
                    "/merchants/map/points?accepts=general" + BOX,
                    "points_unfiltered",
                    "/merchants/map/points?" + BOX.substring(1));

    private final List<String> results = new ArrayList<>();
    @TempDir Path folder;

    @Test
    void findsShopsByTheMoneyTheyAccept() throws Exception {
        var h2 = new HashMap<>(TestDatabase.properties("accepts"));
        h2.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve("accepts")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        measure("h2", h2);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties("accepts"));
        } finally {
            System.clearProperty("dure.test.database");
        }
        Path file = Path.of("target/bench/accepts.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n" + String.join(",\n", results) + "\n]\n");
    }

    private void measure(String name, Map<String, Object> settings) throws Exception {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--dure.home=" + folder,
                        "--dure.demo=true",
                        "--logging.level.root=warn"));
        try (var portal =
                new SpringApplicationBuilder(Dure.class)
                        .profiles("bench")
                        .run(arguments.toArray(String[]::new))) {
            list(portal);
            declare(portal);
            String port = portal.getEnvironment().getProperty("local.server.port", "");
            for (var page : PAGES.entrySet()) {
                told("accepts." + name + "." + page.getKey(), ask(port, page.getValue()));
            }
            told("recheck." + name + ".list", recheck(portal));
        }
    }

    private static void list(ConfigurableApplicationContext portal) {
        var sources = portal.getBean(Sources.class);
        var transaction = portal.getBean(TransactionTemplate.class);
        var random = new Random(43);
        var run = new ImportRun(ImportId.random(), "지어낸 목록");
        for (int from = 0; from < SHOPS; from += BATCH) {
            var lines = new ArrayList<Listing>();
            for (int i = from; i < from + BATCH; i++) {
                lines.add(new Listing("bench-" + i, shop(i, random), false, null));
            }
            transaction.executeWithoutResult(status -> sources.take(OFFICER, run, lines));
        }
    }

    private static Business shop(int number, Random random) {
        String category = number % 5 == 0 ? "cafe" : "snack";
        var spot = new Spot(37.6 + random.nextDouble(0.1), 126.8 + random.nextDouble(0.4));
        return Business.of("지어낸 가게 " + number, category, null, "어딘가 " + number).movedTo(spot);
    }

    /** Past the ledger but for one entry, as only what is read is measured. */
    private static void declare(ConfigurableApplicationContext portal) {
        var jdbc = portal.getBean(JdbcTemplate.class);
        int last = portal.getBean(Rechecks.class).year();
        var rows = new ArrayList<Object[]>();
        var random = new Random(44);
        for (UUID shop :
                jdbc.queryForList(
                        "select id from merchant where name like '지어낸 가게%'", UUID.class)) {
            boolean due = random.nextInt(1_000) == 0;
            for (int year = last - 2; year <= last - (due ? 1 : 0); year++) {
                long won = random.nextInt(50) == 0 ? 3_000_000_001L : random.nextInt(900_000_000);
                rows.add(new Object[] {shop, year, won});
            }
        }
        portal.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    jdbc.update("update merchant set status = 'APPROVED' where name like '지어낸%'");
                    jdbc.batchUpdate(
                            "insert into eligibility_turnover values (?, ?, ?, current_timestamp)",
                            rows);
                    portal.getBean(Eligibility.class)
                            .make(OFFICER, new Network("bench", "시험", "Bench", 0));
                });
    }

    /** In ascending order; each asks for a little else, as a database may keep an answer. */
    private static List<Long> ask(String port, String path)
            throws IOException, InterruptedException {
        var asked = new ArrayList<Long>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = -ASKED / 2; i < ASKED; i++) {
                String address = path.replace("%23", Math.abs(i) % 10 + "");
                var uri = URI.create("http://127.0.0.1:" + port + address);
                long began = System.nanoTime();
                var answer =
                        client.send(
                                HttpRequest.newBuilder(uri).build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("status " + answer.statusCode());
                }
                if (i >= 0) {
                    asked.add(System.nanoTime() - began);
                }
            }
        }
        return asked.stream().sorted().toList();
    }

    /**
     * What the page asks the database for: the beginning, the number and what was declared last.
     */
    private static List<Long> recheck(ConfigurableApplicationContext portal) {
        var rechecks = portal.getBean(Rechecks.class);
        var merchants = portal.getBean(Merchants.class);
        var asked = new ArrayList<Long>();
        for (int i = -ASKED / 2; i < ASKED; i++) {
            long began = System.nanoTime();
            var due = rechecks.due(i % 2 == 0 ? "snack" : "cafe", "").orElseThrow();
            var beginning = merchants.begin(due, 50, 1_001);
            rechecks.rows(beginning.page().rows());
            if (i >= 0) {
                asked.add(System.nanoTime() - began);
            }
        }
        return asked.stream().sorted().toList();
    }

    private void told(String name, List<Long> asked) {
        double p95 = asked.get(asked.size() * 95 / 100) / 1e6;
        String ratio = String.format(Locale.ROOT, "%.2f (aim 100 ms)", p95 / AIM_MS);
        System.out.println("%s %.1f %s %s".formatted(name + ".p95", p95, "ms", ratio));
        results.add(JSON.formatted(name + ".p95", p95, "ms", ratio));
    }
}
