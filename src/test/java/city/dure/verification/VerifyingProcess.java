package city.dure.verification;

import city.dure.Figures;
import city.dure.merkle.Hashing;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that verifies a ledger and tells figures about it, a name and a number a line. */
final class VerifyingProcess {
    static final String HEAP = "heap";
    static final String RATES = "rates";
    private static final int PIECE = 2000;

    private VerifyingProcess() {}

    /** What to tell, and URL and user of the database. */
    public static void main(String[] arguments) throws Exception {
        var database = new DriverManagerDataSource(arguments[1], arguments[2], "");
        if (arguments[0].equals(HEAP)) {
            Figures.say("heap_mb", heap(database) / 1e6);
        } else {
            hash(database); // for the compiler
            var hashing = hash(database);
            Figures.say("entries", hashing.entries());
            Figures.say("bytes", hashing.bytes());
            Figures.say("hash_seconds", hashing.leafSeconds());
            Figures.say("tree_seconds", hashing.seconds());
            verify(database);
            Figures.say("verify_seconds", verify(database));
        }
    }

    private static double verify(DataSource database) throws Exception {
        long began = System.nanoTime();
        var report = LedgerVerification.check(database, null);
        if (!report.sound()) {
            throw new IllegalStateException(report.damages().toString());
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Only the time for the hashes counts, not that for reading. */
    private static Hashing hash(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        var hashing = new Hashing();
        for (var leaves = leaves(jdbc, 0); !leaves.isEmpty(); ) {
            hashing.of(leaves);
            leaves = leaves(jdbc, hashing.entries());
        }
        return hashing;
    }

    private static List<byte[]> leaves(JdbcTemplate jdbc, long from) {
        return jdbc.query(
                "select e.leaf from ledger_leaf l join ledger_entry e on e.id = l.entry_id"
                        + " where l.seq >= ? and l.seq < ? order by l.seq",
                (row, i) -> row.getBytes(1),
                from,
                from + PIECE);
    }

    /** The most that was in use right after a garbage collection. */
    private static double heap(DataSource database) throws Exception {
        var most = Figures.heap();
        verify(database);
        return most.get();
    }
}
