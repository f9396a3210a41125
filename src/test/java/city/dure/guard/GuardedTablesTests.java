package city.dure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the list of tables promises about the database that migrations made. */
@PortalTest
class GuardedTablesTests {
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;

    @Test
    void everyTableHasAClassAndNoOtherIsListed() {
        assertThat(Tables.listed().classes().keySet())
                .as("tables in guard/tables.properties against tables in the database")
                .containsExactlyInAnyOrderElementsOf(
                        strings(
                                """
                                select lower(table_name) from information_schema.tables
                                where table_schema = 'public' and table_type = 'BASE TABLE'
                                """));
    }

    @Test
    void noTableIsAView() {
        assertThat(
                        strings(
                                """
                                select table_name from information_schema.views
                                where table_schema = 'public'
                                """))
                .isEmpty();
    }

    /**
     * A query that calls a function of ours could write, and the guard would take it for reading.
     */
    @Test
    void noFunctionIsThereThatAQueryCouldCall() {
        assertThat(
                        strings(
                                """
                                select routine_name from information_schema.routines
                                where routine_schema = 'public'
                                and coalesce(data_type, '') <> 'trigger'
                                """))
                .isEmpty();
    }

    /** The guard sees the table of the statement, not what the database deletes along with it. */
    @Test
    void noCascadeReachesABusinessTableFromAnother() {
        var cascades =
                jdbc.sql(
                                """
                                select lower(child.table_name) child, lower(parent.table_name) parent
                                from information_schema.referential_constraints rule
                                join information_schema.table_constraints child
                                  on child.constraint_name = rule.constraint_name
                                join information_schema.table_constraints parent
                                  on parent.constraint_name = rule.unique_constraint_name
                                where rule.delete_rule <> 'NO ACTION'
                                  and rule.delete_rule <> 'RESTRICT'
                                """)
                        .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                        .list();
        assertThat(cascades).isNotEmpty();
        assertThat(cascades)
                .noneMatch(pair -> isBusiness(pair.getFirst()) && !isBusiness(pair.getLast()));
    }

    @Test
    void thePortalsDatabaseIsGuarded() {
        assertThat(database).isInstanceOf(GuardedDataSource.class);
    }

    private static boolean isBusiness(String table) {
        return Tables.listed().classOf(table).orElseThrow() == TableClass.BUSINESS;
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
