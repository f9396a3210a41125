package city.dure.ledger;

import city.dure.TestDatabase;
import city.dure.ledger.TestRecords.ThingHidden;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A ledger of many entries for benches, half of them open, recorded and sealed by the ledger itself
 * in its largest batches. It may be grown further, and opened by other processes once it is closed.
 */
public final class BigLedger implements AutoCloseable {
    private static final Actor OFFICER =
            new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);
    private static final List<String> COLOURS = List.of("빨강", "파랑", "초록");

    private final HikariDataSource pool = new HikariDataSource();
    private final TestLedger ledger;

    private BigLedger(DriverManagerDataSource where) {
        pool.setJdbcUrl(where.getUrl());
        pool.setUsername(where.getUsername());
        pool.setPassword(where.getPassword());
        ledger = new TestLedger(pool);
    }

    /**
     * A new place for one: on PostgreSQL, where {@code dure.test.database} asks for it, or a file.
     */
    public static DriverManagerDataSource where(Path file) {
        return TestDatabase.isPostgres()
                ? (DriverManagerDataSource) TestLedger.fresh()
                : KilledTests.database(file.toString());
    }

    /** Opens the ledger at a place, an empty one where there is none. */
    public static BigLedger open(DriverManagerDataSource where) {
        return new BigLedger(where);
    }

    /** The ledger, to read and to grow. */
    public TestLedger ledger() {
        return ledger;
    }

    /** How many entries are sealed. */
    public long size() {
        return Objects.requireNonNull(
                ledger.jdbc.queryForObject("select size from ledger_head", Long.class));
    }

    /** Grows until so many entries are sealed. */
    public void fill(long entries) {
        for (long size = size(); size < entries; size += Seals.MOST) {
            int batch = (int) Math.min(Seals.MOST, entries - size);
            ledger.record(OFFICER, events(size, batch));
            ledger.seals.sealNext();
        }
        if (TestDatabase.isPostgres()) {
            ledger.jdbc.execute("analyze");
        }
    }

    private static LedgerRecord[] events(long from, int count) {
        var events = new ArrayList<LedgerRecord>();
        for (long i = from; i < from + count; i++) {
            var thing = new ThingId(new UUID(i, ~i));
            events.add(
                    i % 2 == 0
                            ? new ThingShown(thing, COLOURS.get((int) (i % COLOURS.size())))
                            : new ThingHidden(thing, (int) i, Map.of("rule", "7", "left", "0")));
        }
        return events.toArray(LedgerRecord[]::new);
    }

    @Override
    public void close() {
        pool.close();
    }
}
