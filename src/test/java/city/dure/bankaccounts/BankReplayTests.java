package city.dure.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.merchants.MerchantId;
import city.dure.replay.Difference;
import city.dure.replay.ReplayedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entries about bank accounts, one after the other, held against rows of one shop. */
@PortalTest
class BankReplayTests {
    private static final String SHOP = MerchantId.random().ref();

    @Autowired TestBankChanges changes;

    private final BankReplay replay = new BankReplay();
    private final List<Difference> found = new ArrayList<>();
    private final String first = BankChangeId.random().ref();
    private final String second = BankChangeId.random().ref();
    private long next;

    @Test
    void followsAnAccountUntilAnotherTakesItsPlace() {
        entry("requested", first);
        entry("proposed", first);
        entry("changed", first);
        entry("requested", second);
        entry("proposed", second);
        entry("returned", second);
        entry("proposed", second);
        entry("changed", second);
        assertThat(found).isEmpty();
        assertThat(replay.counts()).containsEntry("in_force", 1L).containsEntry("former", 1L);
    }

    @Test
    void findsAnAccountThatNobodyProposedOrThatWasDecided() {
        entry("requested", first);
        entry("changed", first);
        entry("withdrawn", first);
        entry("requested", second);
        entry("proposed", second);
        entry("returned", second);
        entry("changed", second);
        entry("changed", BankChangeId.random().ref());
        assertThat(found).extracting(Difference::number).containsExactly(1L, 2L, 6L, 7L);
    }

    @Test
    void findsARequestThatTakesTheOtherOnesPlaceUnsaid() {
        entry("requested", first);
        entry("requested", second);
        assertThat(found).extracting(Difference::number).containsExactly(1L);
    }

    @Test
    void findsWhatWasChangedBehindTheLedger() {
        BankChange asked = changes.ask();
        String id = asked.id().ref();
        assertThat(ofRow(id, asked)).isEmpty();
        var behind = new JdbcTemplate(TestDatabase.unguarded("portal"));
        String pay = "update shop_bank_change set paid_shop = %s where id = ?";
        behind.update(pay.formatted("merchant_id"), asked.id().value());
        assertThat(ofRow(id, asked)).singleElement().asString().contains("waiting for m-");
        behind.update(pay.formatted("null"), asked.id().value());
        assertThat(ofRow(id, asked)).isEmpty();
    }

    /** Other tests' rows are none of the entries here. */
    private List<String> ofRow(String id, BankChange asked) {
        var one = new BankReplay();
        var details =
                Map.<String, Object>of(
                        "change", id,
                        "merchant", asked.shop().ref(),
                        "commitment", asked.commitment());
        var differences = new ArrayList<Difference>();
        one.apply(new ReplayedEntry(0L, "shop_bank.requested", 1, details), differences::add);
        one.compare(new JdbcTemplate(TestDatabase.unguarded("portal")), differences::add);
        return differences.stream()
                .filter(each -> each.row().equals(id))
                .map(Difference::sentence)
                .toList();
    }

    private void entry(String act, String change) {
        Map<String, Object> details =
                Map.of("change", change, "merchant", SHOP, "commitment", "of " + change);
        replay.apply(new ReplayedEntry(next++, "shop_bank." + act, 1, details), found::add);
    }
}
