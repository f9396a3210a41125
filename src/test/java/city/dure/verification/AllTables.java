package city.dure.verification;

import city.dure.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of all rooms, in a database that has the ledger's only. */
public final class AllTables {
    private AllTables() {}

    /** Adds them. */
    public static void add(DataSource database) {
        String vendor = TestDatabase.isPostgres() ? "postgresql" : "h2";
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
