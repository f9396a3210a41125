package city.dure.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTests {
    private final Classifier classifier =
            new Classifier(
                    new Tables(
                            Map.of(
                                    "shop", TableClass.BUSINESS,
                                    "shop_view", TableClass.PROJECTION,
                                    "ledger_pending", TableClass.TECHNICAL)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into shop (id) values (?)",
                "INSERT INTO SHOP VALUES (1)",
                "insert into public.shop values (1)",
                "insert into \"public\".\"shop\" values (1)",
                "insert into \"shop\" values (1) ;",
                "/* why */ insert -- into shop_view\n into shop values (1)",
                "insert into shop values (1) on conflict (id) do update set name = 'x'",
                "insert into shop values (1) on conflict do nothing",
                "insert into shop (id, name) select id, 'it''s; delete' from shop_view",
                "insert into shop with a as (select 1) select * from a",
                "insert into shop values (1) returning id",
                "update shop set name = 'insert into shop_view'",
                "update only shop set name = ? where id in (select id from shop_view for update)",
                "UPDATE\n\tpublic . shop SET name = ?",
                "delete from shop where id = ?",
                "delete from only shop",
                "merge into shop s using (select 1 id) n on s.id = n.id"
                        + " when matched then update set name = 'x'"
                        + " when not matched then insert (id) values (n.id)",
                "merge into shop key (id) values (1, 'x')"
            })
    void namesTheTableThatIsChanged(String sql) throws Refused {
        assertThat(classifier.classify(sql).changesBusiness()).isTrue();
        assertThat(classifier.classify(sql).table()).isEqualTo("shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select * from shop where name = 'x; delete from shop' for update",
                "select * from shop for no key update skip locked",
                "(select 1) union (select 2)",
                "with a as (select * from shop for update) select * from a",
                "values (1), (2)",
                "select \"update\", \"into\" from shop -- ; delete from shop",
                "select cast(? as json) -> 'a', name::text, {ts '2026-11-21 00:00:00'} from shop",
                "select name from shop where name like ? escape '\\'",
                "set transaction isolation level serializable",
                "set local lock_timeout = '2s'",
                "set local synchronous_commit to on",
                "notify ledger"
            })
    void letsReadingThrough(String sql) throws Refused {
        assertThat(classifier.classify(sql)).isSameAs(ClassedStatement.READS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "call do_it()",
                "{call do_it()}",
                "{? = call do_it()}",
                "do 'begin end'",
                "execute prepared",
                "prepare p as delete from shop",
                "truncate table shop",
                "truncate shop_view",
                "copy shop from stdin",
                "create table shop2 (id int)",
                "alter table shop add x int",
                "drop table shop",
                "select * into shop2 from shop",
                "explain analyze delete from shop",
                "with gone as (delete from shop returning id) select * from gone",
                "with gone as (delete from shop returning id) insert into shop_view select 1",
                "insert into shop_view with gone as (delete from shop returning 1) select 1",
                "select * from final table (insert into shop values (1))",
                "select * from old table (delete from shop)",
                "select 1; delete from shop",
                "insert into shop_view values (1); delete from shop",
                "insert into unheard_of values (1)",
                "insert into \"Shop\" values (1)",
                "insert into pg_catalog.pg_class values (1)",
                "insert into only (shop) values (1)",
                "insert shop values (1)",
                "delete shop",
                "update",
                "insert into",
                "replace into shop values (1)",
                "runscript from 'x.sql'",
                "script to 'x.sql'",
                "commit",
                "rollback",
                "begin",
                "start transaction",
                "savepoint a",
                "set autocommit true",
                "set session_replication_role = replica",
                "set local synchronous_commit to off",
                "set referential_integrity false",
                "select $$ ' $$; delete from shop; select $$ ' $$",
                "select $a$ x $a$",
                "select e'\\'; delete from shop --'",
                "select U&'d\\0061t'",
                "insert into u&\"sh\\006fp\" values (1)",
                "select /* /* */ 1; delete from shop -- */",
                "select 1 // '\n; delete from shop -- '",
                "select 'not closed",
                "select \"not closed",
                "select 1 /* not closed",
                "select `name` from shop"
            })
    void refusesWhatItCannotClass(String sql) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> classifier.classify(sql))
                .withMessageContaining("The guard refuses this statement");
    }

    @Test
    void knowsTheInsertThatRecordsAnEntry() throws Refused {
        assertThat(classifier.classify("insert into ledger_pending (entry_id) values (?)"))
                .matches(ClassedStatement::recordsEntry)
                .matches(statement -> !statement.changesBusiness());
        assertThat(classifier.classify("delete from ledger_pending").recordsEntry()).isFalse();
        assertThat(classifier.classify("insert into shop_view values (1)").changesBusiness())
                .isFalse();
    }

    @Test
    void readsEachTextOnce() throws Refused {
        var first = classifier.classify("insert into shop values (?)");
        for (int i = 0; i < 10; i++) {
            assertThat(classifier.classify("insert into shop values (?)")).isSameAs(first);
        }
    }

    @Test
    void doesNotKeepEveryTextForEver() throws Refused {
        var first = classifier.classify("insert into shop values (?)");
        for (int i = 0; i < 5_000; i++) {
            classifier.classify("select " + i);
        }
        assertThat(classifier.classify("insert into shop values (?)")).isNotSameAs(first);
    }
}
