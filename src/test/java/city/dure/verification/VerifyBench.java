package city.dure.verification;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Figures;
import city.dure.ledger.BigLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
    private final Figures figures = new Figures();
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
        figures.write("verify");
    }

    private void measure(String name, DriverManagerDataSource where) throws Exception {
        fill(where, ENTRIES / 10);
        double tenth = heap(where);
        figures.tell(name + ".heap_peak." + ENTRIES / 10, tenth, "MB", "-");
        fill(where, ENTRIES);
        double whole = heap(where);
        figures.tell(name + ".heap_peak." + ENTRIES, whole, "MB", "%.2f of a tenth", whole / tenth);
        double one = rates(name, where, 1);
        double two = rates(name, where, 2);
        figures.tell(name + ".2cores.speed_up", two / one, "times", "%.2f (aim near 2)", two / one);
    }

    private static void fill(DriverManagerDataSource where, long entries) {
        try (var big = BigLedger.open(where)) {
            big.fill(entries);
        }
    }

    private static double heap(DriverManagerDataSource where) throws Exception {
        return Figures.of(run(where, VerifyingProcess.HEAP, 2), "heap_mb");
    }

    private double rates(String name, DriverManagerDataSource where, int cores) throws Exception {
        var told = run(where, VerifyingProcess.RATES, cores);
        String prefix = "%s.%dcores.".formatted(name, cores);
        assertThat(Figures.of(told, "entries")).isEqualTo(ENTRIES);
        double bytes = Figures.of(told, "bytes");
        double hashed = bytes / Figures.of(told, "hash_seconds");
        double verified = bytes / Figures.of(told, "verify_seconds");
        figures.tell(prefix + "sha256_of_leaves", hashed / 1e6, "MB/s", "-");
        figures.tell(
                prefix + "bytes",
                verified / 1e6,
                "MB/s",
                "%.3f of sha256_of_leaves on one core (aim 0.3)",
                verified / hashed);
        double all = ENTRIES / Figures.of(told, "tree_seconds");
        figures.tell(prefix + "hashes_of_leaves_chain_tree", all, "entries/s", "-");
        double entries = ENTRIES / Figures.of(told, "verify_seconds");
        figures.tell(
                prefix + "entries",
                entries,
                "entries/s",
                "%.3f of hashes_of_leaves_chain_tree",
                entries / all);
        return entries;
    }

    private static Map<String, Double> run(DriverManagerDataSource where, String what, int cores)
            throws IOException, InterruptedException {
        String url = String.valueOf(where.getUrl());
        return Figures.run(
                cores, VerifyingProcess.class, what, url, String.valueOf(where.getUsername()));
    }
}
