package city.dure.listings;

import city.dure.Dure;
import city.dure.TestDatabase;
import city.dure.history.Comparison.Decision;
import city.dure.history.Comparisons;
import city.dure.history.TakeBacks;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.uploads.UploadInspector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Rows a second that a newer file is compared with, taken over with and taken back with, and the
 * live heap meanwhile: a tenth of the list is gone, a fifth changed, a tenth new.
 */
@Tag("bench")
class CompareBench {
    private static final int ROWS = 43_000;
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final String HEADER = "사업장명,도로명주소,지번주소,업종,전화번호,위도,경도\n";
    private static final String JSON =
            "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}";
    private static final Actor OFFICER = new Actor("u-BENCH", Role.MERCHANT_OFFICER);

    private final List<String> results = new ArrayList<>();
    private final AtomicLong heap = new AtomicLong();
    private final Map<String, Double> first = new HashMap<>();
    private volatile boolean watching;
    @TempDir Path folder;

    @Test
    void comparesANewerFile() throws Exception {
        watchHeap();
        measure("h2", h2("once"), ROWS);
        System.setProperty("dure.test.database", "postgres");
        try {
            measure("postgres", TestDatabase.properties("compare"), ROWS);
        } finally {
            System.clearProperty("dure.test.database");
        }
        measure("h2_tenth", h2("tenth"), ROWS / 10);
        write();
    }

    private Map<String, Object> h2(String name) {
        var settings = new HashMap<>(TestDatabase.properties("compare"));
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:file:"
                        + folder.resolve(name)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";WRITE_DELAY=0");
        return settings;
    }

    private void measure(String name, Map<String, Object> settings, int rows) throws Exception {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--dure.demo=true",
                        "--dure.home=" + folder,
                        "--logging.level.root=warn"));
        Path older = folder.resolve("older" + rows + ".csv");
        Path newer = folder.resolve("newer" + rows + ".csv");
        snapshots(older, newer, rows);
        try (var portal =
                new SpringApplicationBuilder(Dure.class)
                        .profiles("bench")
                        .run(arguments.toArray(String[]::new))) {
            run(portal, "compare." + name + ".", older, newer);
        }
    }

    private void run(ConfigurableApplicationContext portal, String prefix, Path older, Path newer)
            throws Exception {
        var imports = portal.getBean(Imports.class);
        var comparisons = portal.getBean(Comparisons.class);
        ImportId before = tried(portal, older);
        comparisons.apply(OFFICER, before, Decision.STAY, false);
        await(imports, before, Run.State.FINISHED);
        heap.set(0);
        watching = true;
        long began = System.nanoTime();
        ImportId run = tried(portal, newer);
        long tried = System.nanoTime();
        comparisons.apply(OFFICER, run, Decision.CLOSE, false);
        await(imports, run, Run.State.FINISHED);
        long taken = System.nanoTime();
        portal.getBean(TakeBacks.class).begin(OFFICER, run);
        await(imports, run, Run.State.TAKEN_BACK);
        long back = System.nanoTime();
        watching = false;
        rate(prefix, "trial", imports.find(run).file().rows(), tried - began);
        rate(prefix, "take_over", imports.find(run).file().rows(), taken - tried);
        rate(prefix, "take_back", portal.getBean(TakeBacks.class).find(run).total(), back - taken);
        result(prefix + "heap", "heap", heap.get() / 1e6, "MB");
    }

    private static ImportId tried(ConfigurableApplicationContext portal, Path file)
            throws Exception {
        var imports = portal.getBean(Imports.class);
        var table = UploadInspector.inspect(() -> Files.newInputStream(file));
        ImportId id;
        try (var in = Files.newInputStream(file)) {
            var list = portal.getBean(BusinessList.class);
            id = imports.upload(OFFICER, list, "list.csv", table, in);
        }
        imports.choose(id, MadeUpRows.columns(), "견줄 목록");
        await(imports, id, Run.State.READY);
        return id;
    }

    private static void await(Imports imports, ImportId id, Run.State state) throws Exception {
        for (var now = imports.find(id).state(); now != state; now = imports.find(id).state()) {
            if (now == Run.State.FAILED || now == Run.State.STOPPED) {
                throw new IllegalStateException("the import is " + now);
            }
            Thread.sleep(50);
        }
    }

    private static void snapshots(Path older, Path newer, int rows) throws IOException {
        var random = new Random(rows);
        try (var before = Files.newBufferedWriter(older);
                var after = Files.newBufferedWriter(newer)) {
            before.write(HEADER);
            after.write(HEADER);
            for (int i = 0; i < rows; i++) {
                before.write(row(i, i));
                int fate = random.nextInt(10);
                if (fate == 0) {
                    after.write(row(rows + i, i)); // One gone, one new.
                } else {
                    after.write(row(i, fate < 3 ? i + 1 : i));
                }
            }
        }
    }

    private static String row(int i, int phone) {
        return "견줌가게 %d호점,\"한들시 물빛로 %d, %d호 (호수동)\",한들시 호수동 %d번지,제과점영업,000-000-%d,%s,%s%n"
                .formatted(i, i % 900, i, i, phone, 37.5 + i / 1e7, 126.8 + i / 1e7);
    }

    private void rate(String prefix, String what, long rows, long nanos) {
        result(prefix + what, what, rows * 1e9 / nanos, "rows/s");
    }

    /** Beside the first database's figure, which is H2 with the list of one city. */
    private void result(String name, String what, double value, String unit) {
        double one = first.computeIfAbsent(what, each -> value);
        String ratio = String.format(Locale.ROOT, "%.2f", value / one);
        System.out.println("%s %.1f %s %s".formatted(name, value, unit, ratio));
        results.add(JSON.formatted(name, value, unit, ratio));
    }

    /** What is alive on the heap is what a whole collection leaves. */
    private void watchHeap() {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    for (; ; LockSupport.parkNanos(EVERY.toNanos())) {
                        if (watching) {
                            System.gc();
                            var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
                            heap.accumulateAndGet(used.getUsed(), Math::max);
                        }
                    }
                });
    }

    private void write() throws IOException {
        Path file = Path.of("target/bench/compare.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n" + String.join(",\n", results) + "\n]\n");
    }
}
