package city.dure.districts;

import city.dure.Dure;
import city.dure.TestDatabase;
import city.dure.city.Districts;
import city.dure.imports.ImportId;
import city.dure.imports.ImportRun;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Shops a second that are assigned to new districts, and what the map of all of them takes. */
@Tag("bench")
class PlacingBench {
    private static final int SHOPS = 43_000;
    private static final int BATCH = 500;
    private static final int ASKED = 100;
    private static final double AIM_MS = 100;
    private static final String JSON =
            "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}";
    private static final Actor OFFICER = new Actor("u-BENCH", Role.MERCHANT_OFFICER);

    /** The whole city, a town, and a street. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "city", "south=37.59&west=126.79&north=37.71&east=127.21&zoom=11",
                    "town", "south=37.62&west=126.90&north=37.68&east=127.05&zoom=13",
                    "street", "south=37.650&west=126.950&north=37.652&east=126.953&zoom=18",
                    "city_cafes",
                            "category=cafe&south=37.59&west=126.79&north=37.71&east=127.21&zoom=11",
                    "city_words", "q=7%23&south=37.59&west=126.79&north=37.71&east=127.21&zoom=11");

    private final List<String> results = new ArrayList<>();
    @TempDir Path folder;

    @Test
    void assignsShopsAndShowsThem() throws Exception {
        var h2 = new HashMap<>(TestDatabase.properties("placing"));
        h2.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve("placing")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        measure("h2", h2);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties("placing"));
        } finally {
            System.clearProperty("dure.test.database");
        }
        Path file = Path.of("target/bench/districts.json");
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
            assign(portal, "districts." + name + ".");
            show("map." + name + ".", portal.getEnvironment().getProperty("local.server.port", ""));
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

    /** All of them lie in no district before, so each changes. */
    private void assign(ConfigurableApplicationContext portal, String prefix) throws Exception {
        var runs = portal.getBean(PlacingRuns.class);
        var transaction = portal.getBean(TransactionTemplate.class);
        var drawn =
                NamedOutlines.of(
                                DistrictUploads.read(TestOutlines.squares("가동", "나동", "다동", "라동")),
                                new Columns("adm_nm", "", "", ""))
                        .drawn();
        transaction.executeWithoutResult(status ->
                portal.getBean(Districts.class)
                        .replace(OFFICER, 0, drawn, new Districts.File("bench", 1, "0", 20)));
        while (runs.newest().map(run -> run.seen() == 0).orElse(true)) {
            Thread.sleep(1);
        }
        int before = runs.newest().orElseThrow().seen();
        long began = System.nanoTime();
        while (runs.newest().orElseThrow().underWay()) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var run = runs.newest().orElseThrow();
        if (run.changed() != SHOPS) {
            throw new IllegalStateException(run.toString());
        }
        result(prefix + "assigned", (run.seen() - before) / seconds, "shops/s", "no limit given");
    }

    private void show(String prefix, String port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var part : PARTS.entrySet()) {
                String address =
                        "http://127.0.0.1:" + port + "/merchants/map/points?" + part.getValue();
                ask(client, address, ASKED / 2); // warms up
                var asked = ask(client, address, ASKED);
                double p95 = asked.get(asked.size() * 95 / 100).nanos() / 1e6;
                result(prefix + part.getKey() + ".p95", p95, "ms", ratio(p95) + " (aim 100 ms)");
                result(
                        prefix + part.getKey() + ".bytes",
                        asked.getLast().bytes(),
                        "bytes",
                        "no limit given");
            }
            var page = ask(client, "http://127.0.0.1:" + port + "/merchants/map", ASKED);
            double p95 = page.get(page.size() * 95 / 100).nanos() / 1e6;
            result(prefix + "page.p95", p95, "ms", ratio(p95) + " (aim 100 ms)");
        }
    }

    private record Asked(long nanos, int bytes) {}

    /** In ascending order; a database may keep an answer, so each asks for a little more. */
    private static List<Asked> ask(HttpClient client, String address, int times)
            throws IOException, InterruptedException {
        var asked = new ArrayList<Asked>();
        for (int i = 0; i < times; i++) {
            var uri =
                    URI.create(
                            address.replace("%23", String.valueOf(i))
                                    .replace("&zoom", i + "&zoom"));
            long began = System.nanoTime();
            var answer =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            asked.add(new Asked(System.nanoTime() - began, answer.body().length));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
        }
        return asked.stream().sorted((a, b) -> Long.compare(a.nanos(), b.nanos())).toList();
    }

    private void result(String name, double value, String unit, String ratio) {
        System.out.println("%s %.1f %s %s".formatted(name, value, unit, ratio));
        results.add(JSON.formatted(name, value, unit, ratio));
    }

    private static String ratio(double ms) {
        return String.format(Locale.ROOT, "%.2f", ms / AIM_MS);
    }
}
