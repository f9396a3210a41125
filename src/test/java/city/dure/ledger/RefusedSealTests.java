package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was altered between its recording and its seal is not sealed; what stands in front is. */
@Tag("database")
class RefusedSealTests {
    private static final Actor OFFICER =
            new Actor("u-00000000000000000000000001", Role.MERCHANT_OFFICER);
    private final TestLedger test = new TestLedger();

    @Test
    void refusesAnEntryThatChangedBeforeItsSeal() {
        test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
        var changed = test.record(OFFICER, new ThingShown(ThingId.random(), "red")).getFirst();
        AlteredLedger.bypass(test.jdbc);
        test.jdbc.update(
                "update ledger_entry set leaf_hash = ? where id = ?",
                new byte[32],
                changed.entry());
        test.seals.sealNext();
        assertThatThrownBy(() -> test.seals.sealNext())
                .isInstanceOf(Seals.Refused.class)
                .hasMessageContaining(changed.entry().toString());
        assertThat(test.entries.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salt = details",
                "details = salt",
                "terms = 'by:u-00000000000000000000000002'",
                "business_day = date '2001-01-01'",
                "salt = null"
            })
    void refusesAnEntryWhosePendingRowChangedAndSealsWhatIsInFront(String change) {
        test.record(OFFICER, new ThingShown(ThingId.random(), "red"));
        var changed = test.record(OFFICER, new ThingShown(ThingId.random(), "red")).getFirst();
        test.jdbc.update(
                "update ledger_pending set " + change + " where entry_id = ?", changed.entry());
        assertThat(test.seals.sealNext().waits()).hasSize(1);
        assertThatThrownBy(() -> test.seals.sealNext())
                .isInstanceOf(Seals.Refused.class)
                .hasMessageContaining(changed.entry().toString());
        assertThat(test.entries.size()).isEqualTo(1);
    }
}
