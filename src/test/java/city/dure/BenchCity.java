package city.dure;

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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A city with 43,000 invented businesses on each database, to measure what people wait for. */
public final class BenchCity {
    public static final int SHOPS = 43_000;
    public static final Actor OFFICER = new Actor("u-BENCH", Role.MERCHANT_OFFICER);
    private static final int BATCH = 500;
    private static final double AIM_MS = 100;
    private static final String JSON =
            "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}";

    private final String name;
    private final Path folder;
    private final List<String> results = new ArrayList<>();

    /** What is told goes into {@code target/bench/<name>.json}. */
    public BenchCity(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** What is measured in a portal that has the businesses. */
    public interface Work {
        void measure(String database, ConfigurableApplicationContext portal) throws Exception;
    }

    /** An answer. */
    public record Asked(long nanos, int bytes) {}

    /** Measures on H2 in a file, then on PostgreSQL, and writes down what was told. */
    public void measure(Work work) throws Exception {
        var h2 = new HashMap<>(TestDatabase.properties(name));
        h2.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve(name)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        measure("h2", h2, work);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties(name), work);
        } finally {
            System.clearProperty("dure.test.database");
        }
        Path file = Path.of("target/bench/" + name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n" + String.join(",\n", results) + "\n]\n");
    }

    private void measure(String database, Map<String, Object> settings, Work work)
            throws Exception {
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
            work.measure(database, portal);
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

    /** Asks a portal for a page, which has to be there. */
    public static Asked ask(HttpClient client, ConfigurableApplicationContext portal, String path)
            throws IOException, InterruptedException {
        String port = portal.getEnvironment().getProperty("local.server.port", "");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        long began = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        var asked = new Asked(System.nanoTime() - began, answer.body().length);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return asked;
    }

    /** Tells the time that 95 of 100 stayed below, beside what we aim at. */
    public void tellP95(String what, List<Long> nanos) {
        double p95 = nanos.stream().sorted().toList().get(nanos.size() * 95 / 100) / 1e6;
        tell(what, p95, "ms", String.format(Locale.ROOT, "%.2f (aim 100 ms)", p95 / AIM_MS));
    }

    /** Tells a figure. */
    public void tell(String what, double value, String unit, String ratio) {
        System.out.println("%s %.1f %s %s".formatted(what, value, unit, ratio));
        results.add(JSON.formatted(what, value, unit, ratio));
    }
}
