package city.dure.imports;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A piece of a list costs the same wherever it stands; told by H2's own account of a query. */
class StagedRowsTests {
    private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");
    private static final UUID RUN = UUID.randomUUID();
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.unguarded("staged"));

    @BeforeEach
    void hasAList() {
        Flyway.configure()
                .dataSource(TestDatabase.unguarded("staged"))
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        jdbc.sql("set referential_integrity false").update();
        jdbc.sql("delete from import_row").update();
        jdbc.sql(
                        """
                        insert into import_row (run_id, line, cells, told, kind, notes)
                        select ?, x, '[]', mod(x, 2) = 0,
                            case mod(x / 2, 4) when 0 then 'NEW' when 1 then 'CHANGED'
                            when 2 then 'UNCHANGED' else 'REFUSED' end, '[]'
                        from system_range(1, 4000) as r(x)
                        """)
                .param(RUN)
                .update();
        jdbc.sql("analyze").update();
    }

    @ParameterizedTest
    @EnumSource
    void readsLittleMoreThanAPiece(StagedRow.Filter filter) {
        assertThat(read(StagedRows.page(filter))).as(filter.name()).isBetween(20, 100);
    }

    /** The query as it was, to see that the account tells the difference. */
    @ParameterizedTest
    @EnumSource(names = "ALL")
    void readsAllThatIsLeftWhenAColumnIsMissing(StagedRow.Filter filter) {
        String shorter = StagedRows.page(filter).replace("order by run_id, ", "order by ");
        assertThat(read(shorter)).isGreaterThan(3_000);
    }

    private int read(String sql) {
        String plan =
                jdbc.sql("explain analyze " + sql)
                        .params(RUN, 100L, 20)
                        .query(String.class)
                        .single();
        return READ.matcher(plan)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }
}
