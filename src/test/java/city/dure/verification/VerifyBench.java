package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.BigLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Entries a second that are verified from the tables, by a process bound to one core and then to
 * two, beside the rate at which that process computes just the leaf hashes of the same bytes; and
 * the peak of its live heap for the ledger and for a tenth of it. PostgreSQL's own processes are
 * not bound.
 *
 * <p>{@code -Dbench.entries=…} sets the size, {@code -Dbench.databases=h2} leaves PostgreSQL out.
 */
@Tag("bench")
class VerifyBench {
    private static final long ENTRIES = Long.getLong("bench.entries", 1_000_000);
    private static final String DATABASES = System.getProperty("bench.databases", "postgres,h2");
    private final List<String> results = new ArrayList<>();
    @TempDir Path folder;

    @Test
    void verifiesFromTables() throws Exception {
        for (String database : DATABASES.split(",")) {
            System.setProperty("dure.test.database", database);
            try {
                measure("verify." + database, BigLedger.where(folder.resolve(database)));
            } finally {
                System.clearProperty("dure.test.database");
            }
        }
        var file = Path.of("target", "bench", "verify.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n  " + String.join(",\n  ", results) + "\n]\n");
    }

    private void measure(String name, DriverManagerDataSource where) throws Exception {
        fill(where, ENTRIES / 10);
        double tenth = heap(where);
        tell(name + ".heap_peak." + ENTRIES / 10, tenth, "MB", "-");
        fill(where, ENTRIES);
        double whole = heap(where);
        tell(name + ".heap_peak." + ENTRIES, whole, "MB", "%.2f of a tenth", whole / tenth);
        double one = rates(name, where, 1);
        double two = rates(name, where, 2);
        tell(name + ".2cores.speed_up", two / one, "times", "%.2f (aim near 2)", two / one);
    }

    private static void fill(DriverManagerDataSource where, long entries) {
        try (var big = BigLedger.open(where)) {
            big.fill(entries);
        }
    }

    private static double heap(DriverManagerDataSource where) throws Exception {
        return figure(run(where, VerifyingProcess.HEAP, 2), "heap_mb");
    }

    private double rates(String name, DriverManagerDataSource where, int cores) throws Exception {
        var told = run(where, VerifyingProcess.RATES, cores);
        String prefix = "%s.%dcores.".formatted(name, cores);
        assertThat(figure(told, "entries")).isEqualTo(ENTRIES);
        double bytes = figure(told, "bytes");
        double hashed = bytes / figure(told, "hash_seconds");
        double verified = bytes / figure(told, "verify_seconds");
        tell(prefix + "sha256_of_leaves", hashed / 1e6, "MB/s", "-");
        tell(
                prefix + "bytes",
                verified / 1e6,
                "MB/s",
                "%.3f of sha256_of_leaves on one core (aim 0.3)",
                verified / hashed);
        double all = ENTRIES / figure(told, "tree_seconds");
        tell(prefix + "hashes_of_leaves_chain_tree", all, "entries/s", "-");
        double entries = ENTRIES / figure(told, "verify_seconds");
        tell(
                prefix + "entries",
                entries,
                "entries/s",
                "%.3f of hashes_of_leaves_chain_tree",
                entries / all);
        return entries;
    }

    private static double figure(Map<String, Double> told, String name) {
        return Objects.requireNonNull(told.get(name), name);
    }

    /** Runs the process on so many cores, and returns the figures that it tells. */
    private static Map<String, Double> run(DriverManagerDataSource where, String what, int cores)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        "taskset",
                        "--cpu-list",
                        cores == 1 ? "0" : "0,1",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        VerifyingProcess.class.getName(),
                        what,
                        String.valueOf(where.getUrl()),
                        String.valueOf(where.getUsername()));
        String classpath = System.getProperty("java.class.path");
        builder.environment()
                .put("CLASSPATH", System.getProperty("surefire.test.class.path", classpath));
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = process.inputReader()) {
            var told =
                    lines.lines()
                            .map(line -> line.split(" "))
                            .collect(
                                    Collectors.toMap(
                                            part -> part[0], part -> Double.valueOf(part[1])));
            assertThat(process.waitFor()).isZero();
            return new HashMap<>(told);
        }
    }

    private void tell(String name, double value, String unit, String ratio, Object... parts) {
        String said = String.format(Locale.ROOT, ratio, parts);
        System.out.printf(Locale.ROOT, "%s %.1f %s %s%n", name, value, unit, said);
        results.add(
                String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"%s\",\"ratio\":\"%s\"}",
                        name,
                        value,
                        unit,
                        said));
    }
}
