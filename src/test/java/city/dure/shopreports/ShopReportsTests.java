package city.dure.shopreports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.dure.merchants.Decisions;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ShopReportsTests extends CaseTest {
    private static final ShopReports.Sighting NOT_TAKEN =
            new ShopReports.Sighting(ReportKind.REFUSES, Refusal.NOT_TAKEN, TODAY.minusDays(3));

    @Autowired Decisions decisions;

    @Test
    void countsAllReportsOfOneKindTogether() {
        reports.file(kim, shop, NOT_TAKEN);
        reports.file(
                lee,
                shop,
                new ShopReports.Sighting(ReportKind.REFUSES, Refusal.WORSE, TODAY.minusDays(1)));
        reports.file(kim, shop, CLOSED);
        assertThat(open(ReportKind.REFUSES).reports()).isEqualTo(2);
        assertThat(open(ReportKind.REFUSES).newestSeen()).isEqualTo(TODAY.minusDays(1));
        assertThat(reports.of(open(ReportKind.REFUSES).id()))
                .extracting(ReportRows.Seen::what)
                .containsExactly("worse", "not_taken");
        assertThat(open(ReportKind.CLOSED).reports()).isEqualTo(1);
    }

    @Test
    void countsAPersonOnceUntilItIsSettled() {
        reports.file(kim, shop, CLOSED);
        assertThatExceptionOfType(ShopReports.NotTaken.class)
                .isThrownBy(() -> reports.file(kim, shop, CLOSED))
                .matches(ShopReports.NotTaken::already);
        assertThat(open(ReportKind.CLOSED).reports()).isEqualTo(1);
        assertThat(recorded(kim)).hasSize(1);

        ShopCase first = open(ReportKind.CLOSED);
        reports.settle(officer, first.id(), Outcome.UNFOUNDED, first.version());
        reports.file(kim, shop, CLOSED);
        assertThat(open(ReportKind.CLOSED).id()).isNotEqualTo(first.id());
        assertThat(all()).hasSize(2);
        assertThat(recorded(kim)).hasSize(2);
    }

    @Test
    void recordsWhatWasReportedAndNothingOfThePerson() {
        reports.file(kim, shop, NOT_TAKEN);
        ShopCase it = open(ReportKind.REFUSES);
        reports.settle(officer, it.id(), Outcome.WARNED, it.version());
        assertThat(recorded(kim))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.open()).isFalse();
                    assertThat(entry.details())
                            .containsEntry("merchant", new ReportedShop(shop).ref())
                            .containsEntry("kind", "refuses")
                            .containsEntry("what", "not_taken")
                            .containsEntry("seen", TODAY.minusDays(3).toString())
                            .containsOnlyKeys(
                                    "report", "shop_case", "merchant", "kind", "what", "seen");
                });
        assertThat(recorded(officer))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.details())
                                .containsEntry("merchant", shop.ref())
                                .containsEntry("shop_case", it.id().ref())
                                .containsEntry("outcome", "warned")
                                .containsEntry("reports", "1"));
    }

    @Test
    void takesTenADay() {
        for (int i = 0; i < ShopReports.MOST_A_DAY; i++) {
            reports.file(kim, shop(), CLOSED);
        }
        assertThatExceptionOfType(ShopReports.NotTaken.class)
                .isThrownBy(() -> reports.file(kim, shop, CLOSED))
                .matches(refused -> !refused.already());
        assertThat(all()).isEmpty();
        reports.file(lee, shop, CLOSED);
    }

    @Test
    void settlesOnceAndOnlyWhatWasSeen() {
        reports.file(kim, shop, CLOSED);
        ShopCase seen = open(ReportKind.CLOSED);
        reports.file(lee, shop, CLOSED);
        assertThatExceptionOfType(Conflict.Changed.class)
                .isThrownBy(() -> settle(seen))
                .withMessage("shopreports.settle.more");
        ShopCase now = open(ReportKind.CLOSED);
        settle(now);
        assertThatExceptionOfType(Conflict.Changed.class)
                .isThrownBy(() -> settle(now))
                .withMessage("shopreports.settle.settled");
        assertThat(recorded(officer)).hasSize(1);
    }

    @Test
    void isNotSettledByWhoReportedIt() {
        reports.file(new Actor(officer.ref(), Role.CITIZEN), shop, CLOSED);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> settle(open(ReportKind.CLOSED)))
                .withMessage("shopreports.settle.own");
        assertThat(open(ReportKind.CLOSED).open()).isTrue();
    }

    @Test
    void takesNothingAboutAClosedShop() {
        decisions.close(officer, shop, "owner_request", merchants.summary(shop).version());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> reports.file(kim, shop, CLOSED))
                .withMessage("shopreports.shop.closed");
        assertThat(all()).isEmpty();
    }

    private void settle(ShopCase shown) {
        reports.settle(officer, shown.id(), Outcome.CONFIRMED, shown.version());
    }
}
