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

    /** Cuts the ledger off in front of a number, and makes head and tree fit what is left. */
    public static void cut(JdbcTemplate jdbc, long number) {
        jdbc.update("delete from ledger_leaf where seq >= ?", number);
        for (int level = 1; level < 40; level++) {
            jdbc.update(
                    "delete from ledger_node where level = ? and idx >= ?", level, number >> level);
        }
        for (String table : new String[] {"ledger_opening", "ledger_subject"}) {
            jdbc.update(
                    "delete from "
                            + table
                            + " where entry_id not in"
                            + " (select entry_id from ledger_leaf)");
        }
        jdbc.update("delete from ledger_entry where id not in (select entry_id from ledger_leaf)");
        jdbc.update("delete from ledger_term where seq >= ?", number);
        jdbc.update("delete from ledger_day where first_seq >= ?", number);
        jdbc.update("update ledger_day set last_seq = ? where last_seq >= ?", number - 1, number);
        jdbc.update(
                "update ledger_head set size = ?, chain_hash ="
                        + " (select chain_hash from ledger_leaf where seq = ?)",
                number,
                number - 1);
    }

    private static String name(JdbcTemplate jdbc) {
        return String.valueOf(jdbc.queryForObject("select current_database()", String.class));
    }
}
