package city.dure.listings;

import city.dure.Dure;
import city.dure.TestDatabase;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Rows a second that a list is taken over with, the live heap meanwhile, and the finder after. */
@Tag("bench")
class ListBench {
    private static final int ROWS = 43_000;
    private static final int ASKED = 200;
    private static final double FINDER_AIM_MS = 100;
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final String JSON =
            "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}";
    private static final Actor OFFICER = new Actor("u-BENCH", Role.MERCHANT_OFFICER);

    private final List<String> results = new ArrayList<>();
    private final AtomicLong heap = new AtomicLong();
    private final Map<String, Double> oneRate = new HashMap<>();
    private double oneHeap;
    private volatile boolean importing;
    @TempDir Path folder;

    @Test
    void takesListsOverAndFindsShops() throws Exception {
        watchHeap();
        measure("h2", h2("once"), ROWS, true);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties("lists"), ROWS, true);
        } finally {
            System.clearProperty("dure.test.database");
        }
        measure("h2_10x", h2("tenfold"), 10 * ROWS, false);
        write();
    }

    private Map<String, Object> h2(String name) {
        var settings = new HashMap<>(TestDatabase.properties("lists"));
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve(name)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        return settings;
    }

    private void measure(String name, Map<String, Object> settings, int rows, boolean find)
            throws Exception {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--dure.demo=true",
                        "--dure.home=" + folder,
                        "--logging.level.root=warn"));
        try (var portal =
                new SpringApplicationBuilder(Dure.class)
                        .profiles("bench")
                        .run(arguments.toArray(String[]::new))) {
            String prefix = "lists." + name + ".";
            importing = true;
            take(portal, prefix, rows);
            importing = false;
            oneHeap = oneHeap == 0 ? heap.get() : oneHeap;
            result(prefix + "heap", heap.get() / 1e6, "MB", ratio(heap.get(), oneHeap));
            if (find) {
                find(prefix, portal.getEnvironment().getProperty("local.server.port", ""));
            }
        }
    }

    /** Uploads a list as the page does, waits for its trial run, and takes it over. */
    private void take(ConfigurableApplicationContext portal, String prefix, int rows)
            throws Exception {
        Path file = folder.resolve(rows + ".csv");
        MadeUpRows.write(file, rows);
        var imports = portal.getBean(Imports.class);
        ImportId id = upload(portal, imports, file);
        heap.set(0);
        long began = System.nanoTime();
        imports.choose(id, MadeUpRows.columns(), prefix);
        await(imports, id, Run.State.READY);
        long tried = System.nanoTime();
        imports.apply(OFFICER, id);
        await(imports, id, Run.State.FINISHED);
        long done = System.nanoTime();
        rate(prefix, "trial", rows, tried - began);
        rate(prefix, "take_over", rows, done - tried);
        rate(prefix, "both", rows, done - began);
    }

    private static ImportId upload(
            ConfigurableApplicationContext portal, Imports imports, Path file) throws Exception {
        var table = UploadInspector.inspect(() -> Files.newInputStream(file));
        try (var in = Files.newInputStream(file)) {
            return imports.upload(
                    OFFICER, portal.getBean(BusinessList.class), "list.csv", table, in);
        }
    }

    private static void await(Imports imports, ImportId id, Run.State state) throws Exception {
        for (var now = imports.find(id).state(); now != state; now = imports.find(id).state()) {
            if (now == Run.State.FAILED || now == Run.State.STOPPED) {
                throw new IllegalStateException("the import is " + now);
            }
            Thread.sleep(100);
        }
    }

    private void rate(String prefix, String what, int rows, long nanos) {
        double rate = rows * 1e9 / nanos;
        result(
                prefix + what,
                rate,
                "rows/s",
                ratio(rate, oneRate.computeIfAbsent(what, w -> rate)));
    }

    /**
     * Two people at once, each asking for what people ask for; each time with another number, since
     * a database may keep the answer to the same question.
     */
    private void find(String prefix, String port) throws Exception {
        var asked =
                Map.of(
                        "first_page", "",
                        "frequent", "?q=" + encode("카페 1#"),
                        "rare", "?q=" + encode("행복푸른안경 1#호점"),
                        "nothing", "?q=" + encode("없는가게이름#"),
                        "address", "?q=" + encode("물빛로 1#, 77"),
                        "category", "?category=bakery&q=" + encode("한들카페 #"));
        for (var each : asked.entrySet()) {
            String address = "http://127.0.0.1:" + port + "/merchants" + each.getValue();
            Asked.by(2, address, ASKED / 4); // warms up
            var times = Asked.by(2, address, ASKED);
            double p95 = times.get(times.size() * 95 / 100) / 1e6;
            result(
                    prefix + "finder." + each.getKey() + ".p95",
                    p95,
                    "ms",
                    ratio(p95, FINDER_AIM_MS) + " (aim 100 ms)");
        }
    }

    /**
     * Notes every few seconds what is alive on the heap: what only a whole collection leaves, as
     * what a young one leaves depends on how long ago the last whole one was.
     */
    private void watchHeap() {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    for (; ; LockSupport.parkNanos(EVERY.toNanos())) {
                        if (importing) {
                            System.gc();
                            var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                            heap.accumulateAndGet(used.getUsed(), Math::max);
                        }
                    }
                });
    }

    private void result(String name, double value, String unit, String ratio) {
        String line = "%s %.1f %s %s".formatted(name, value, unit, ratio);
        System.out.println(line);
        results.add(JSON.formatted(name, value, unit, ratio));
    }

    private void write() throws IOException {
        Path file = Path.of("target/bench/merchants.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n" + String.join(",\n", results) + "\n]\n");
    }

    private static String ratio(double value, double to) {
        return String.format(Locale.ROOT, "%.2f", value / to);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
