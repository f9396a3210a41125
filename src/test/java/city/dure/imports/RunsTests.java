package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of uploads costs the same however many there were; told by H2's account of a query. */
class RunsTests {
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.unguarded("runs"));

    @Test
    void readsLittleMoreThanAPieceOfAState() {
        hasAHistory();
        assertThat(read(Runs.NEWEST_OF_STATE)).isBetween(20, 100);
        assertThat(read(Runs.NEWEST_OF_STATE.replace("state desc, ", ""))).isGreaterThan(1_000);
    }

    private void hasAHistory() {
        Flyway.configure()
                .dataSource(TestDatabase.unguarded("runs"))
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        jdbc.sql(
                        """
                        insert into import_run (id, target, actor, role, file_name, bytes, sha256,
                            encoding, delimiter, header, samples, lines, row_total, created_at,
                            state, columns, source, at_line, at_row, trial, done, parked)
                        select random_uuid(), 't', 'u', 'r', 'f', 1, 'h', 'UTF_8', ',', '[]', '[]',
                            2, 1, current_timestamp, case mod(x, 2) when 0 then 'FINISHED'
                            else 'DISCARDED' end, '{}', '', 0, 0, '{}', '{}', false
                        from system_range(1, 4000) as r(x)
                        """)
                .update();
        jdbc.sql("analyze").update();
    }

    private int read(String sql) {
        String plan =
                jdbc.sql("explain analyze " + sql)
                        .params("FINISHED", Long.MAX_VALUE, new String[] {"t"}, 20)
                        .query(String.class)
                        .single();
        return READ.matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }
}
