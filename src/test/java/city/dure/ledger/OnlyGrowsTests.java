package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.dure.TestDatabase;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class OnlyGrowsTests {
    private static TestLedger test;

    @BeforeAll
    static void recordsTwo() {
        test = new TestLedger();
        test.record(
                Actor.SYSTEM,
                new ThingShown(ThingId.random(), "red"),
                new ThingShown(ThingId.random(), "blue"));
        test.seal();
    }

    @ParameterizedTest
    @CsvSource({
        "ledger_entry,kind",
        "ledger_opening,entry_id",
        "ledger_subject,relation",
        "ledger_leaf,seq",
        "ledger_node,idx"
    })
    void refusesToChangeOrRemoveARow(String table, String column) {
        refuses("update " + table + " set " + column + " = " + column);
        refuses("delete from " + table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_entry",
                "ledger_opening",
                "ledger_subject",
                "ledger_leaf",
                "ledger_node"
            })
    void refusesToEmptyATable(String table) {
        assumeTrue(
                TestDatabase.isPostgres() || table.equals("ledger_entry"),
                "H2 runs no trigger for TRUNCATE; the guard refuses it, and verify notices");
        assertThatThrownBy(() -> test.jdbc.execute("truncate table " + table + cascade()))
                .rootCause()
                .hasMessageMatching("(?is).*(only grows|cannot truncate).*");
    }

    @Test
    void letsTheOwnerThroughWhoTakesTheTriggersAway() {
        var own = new TestLedger();
        own.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"));
        own.seal();
        AlteredLedger.bypass(own.jdbc);
        assertThatCode(() -> own.jdbc.update("delete from ledger_entry"))
                .doesNotThrowAnyException();
    }

    private static String cascade() {
        return TestDatabase.isPostgres() ? " cascade" : "";
    }

    private static void refuses(String sql) {
        assertThatThrownBy(() -> test.jdbc.update(sql))
                .rootCause()
                .hasMessageContaining("The ledger only grows");
        assertThat(test.jdbc.queryForList("select 1 from ledger_leaf", Integer.class)).hasSize(2);
    }
}
