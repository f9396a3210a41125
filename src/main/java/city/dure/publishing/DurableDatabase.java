package city.dure.publishing;

import city.dure.shared.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses a database that forgets what it has confirmed: a signature could then name entries that a
 * crash took away.
 */
@Component
class DurableDatabase {
    private final JdbcClient jdbc;
    private final boolean embedded;

    DurableDatabase(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.embedded = url.startsWith("jdbc:h2:");
        if (embedded) {
            requireH2(jdbc);
        } else {
            requirePostgres(jdbc, "fsync");
            requirePostgres(jdbc, "synchronous_commit");
        }
    }

    /** Returns once all that was committed would survive a loss of power, too. */
    void flush() {
        if (embedded) {
            jdbc.sql("checkpoint sync").update(); // PostgreSQL does so at each commit.
        }
    }

    /**
     * H2 writes half a second later unless it is told otherwise; it lists what holds and what was
     * set.
     */
    private static void requireH2(JdbcClient jdbc) {
        var delays =
                jdbc.sql(
                                "select setting_value from information_schema.settings"
                                        + " where lower(setting_name) = 'write_delay'")
                        .query(String.class)
                        .list();
        boolean atOnce = !delays.isEmpty() && delays.stream().allMatch("0"::equals);
        if (!atOnce) {
            throw new StartRefused(
                    "This H2 database writes late: after a crash, entries that were confirmed"
                            + " would be gone.",
                    "Add ;WRITE_DELAY=0 to its address (spring.datasource.url).");
        }
    }

    private static void requirePostgres(JdbcClient jdbc, String setting) {
        String value =
                jdbc.sql("select current_setting(?)").param(setting).query(String.class).single();
        if (value.equals("off")) {
            throw new StartRefused(
                    "PostgreSQL runs with %s = off: after a crash, entries that were confirmed"
                                    .formatted(setting)
                            + " would be gone.",
                    "Set " + setting + " = on in postgresql.conf, or for this user.");
        }
    }
}
