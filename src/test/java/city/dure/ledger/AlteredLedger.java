package city.dure.ledger;

import city.dure.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the owner of a database can do to it. */
public final class AlteredLedger {
    private AlteredLedger() {}

    /** Takes triggers and foreign keys out of the way. */
    public static void bypass(JdbcTemplate jdbc) {
        if (TestDatabase.isPostgres()) {
            jdbc.execute(
                    "alter database " + name(jdbc) + " set session_replication_role = replica");
        } else {
            jdbc.execute("set referential_integrity false");
            jdbc.queryForList("select trigger_name from information_schema.triggers", String.class)
                    .forEach(trigger -> jdbc.execute("drop trigger if exists " + trigger));
        }
    }

    private static String name(JdbcTemplate jdbc) {
        return String.valueOf(jdbc.queryForObject("select current_database()", String.class));
    }
}
