package city.dure.ledger;

import city.dure.TestDatabase;
import city.dure.shared.Actor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger in a database of its own, put together by hand: starts in a moment and may be damaged.
 */
public final class TestLedger {
    private static final String ORIGIN = "test.example/ledger";
    private static final AtomicInteger COUNT = new AtomicInteger();

    final DataSource database;
    final JdbcTemplate jdbc;
    final JdbcTransactionManager transactions;
    final TransactionTemplate transaction;
    final Signals signals = new Signals();
    final Seals seals;
    final LedgerEntries entries;
    final Ledger ledger;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** A new, empty ledger. */
    public TestLedger() {
        this(fresh());
    }

    TestLedger(DataSource database) {
        this(migrated(database), ORIGIN);
    }

    private TestLedger(DataSource database, String origin) {
        this.database = database;
        jdbc = new JdbcTemplate(database);
        transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        seals = new Seals(jdbc, transactions);
        entries = new LedgerEntries(jdbc);
        var writer = new EntryWriter(jdbc, nothingToFlush(), signals);
        ledger = new Ledger(writer, entries, signals, Clock.systemUTC());
        Sealer.begin(jdbc, origin);
    }

    /** A ledger in a database that has its tables already. */
    static TestLedger of(DataSource database) {
        return new TestLedger(database, ORIGIN);
    }

    /** The ledger itself, to record in a transaction of one's own. */
    public Ledger ledger() {
        return ledger;
    }

    /** What begins and ends transactions on it. */
    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** The database, to look at and to damage. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The database, to check. */
    public DataSource database() {
        return database;
    }

    /** Where the database is, for JDBC. */
    public String url() {
        return String.valueOf(((DriverManagerDataSource) database).getUrl());
    }

    /** Who may open the database. */
    public String user() {
        return String.valueOf(((DriverManagerDataSource) database).getUsername());
    }

    /** The same ledger after a restart. */
    public TestLedger reopened() {
        return new TestLedger(database);
    }

    /** Records events in one transaction. */
    public List<LedgerReceipt> record(Actor actor, LedgerRecord... events) {
        return Objects.requireNonNull(
                transaction.execute(status -> ledger.recordAll(actor, List.of(events))));
    }

    /** Seals whatever waits. */
    public void seal() {
        while (!seals.sealNext().waits().isEmpty()) {}
    }

    /** The ids of all sealed entries. */
    Set<UUID> sealed() {
        return Set.copyOf(jdbc.queryForList("select entry_id from ledger_leaf", UUID.class));
    }

    /** Waits until PostgreSQL has ended whatever killed processes were doing in the database. */
    void awaitAlone() throws InterruptedException {
        String others =
                "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()";
        while (!Objects.equals(jdbc.queryForObject(others, Integer.class), 0)) {
            Thread.sleep(10);
        }
    }

    private static EntityManager nothingToFlush() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        TestLedger.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (proxy, method, arguments) -> false);
    }

    static DataSource fresh() {
        Map<String, Object> settings =
                TestDatabase.properties(
                        "ledger" + COUNT.incrementAndGet() + "_" + System.nanoTime());
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.datasource.username")),
                String.valueOf(settings.get("spring.datasource.password")));
    }

    private static DataSource migrated(DataSource database) {
        migrate(database, "latest");
        return database;
    }

    static void migrate(DataSource database, String target) {
        String vendor = TestDatabase.isPostgres() ? "postgresql" : "h2";
        Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/migration/ledger",
                        "classpath:db/vendor/" + vendor + "/ledger")
                .target(target)
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }
}
