package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.book.Balances;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Transfer;
import city.dure.money.Outcome.Done;
import city.dure.money.Outcome.Reason;
import city.dure.money.Outcome.Refused;
import city.dure.shared.Days;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A citizen loads and pays, and a shop gives back. */
@PortalTest
class MoneyTests {
    @Autowired TestMoney test;
    @Autowired Book book;
    @Autowired Balances balances;
    @Autowired Money money;
    @Autowired Expiring expiring;

    private final Subject citizen = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");

    @BeforeEach
    void allow() {
        test.allow(1_000_000);
    }

    @Test
    void givesABonusSpendsItFirstAndTakesBackTheOwnFirst() {
        test.load(citizen, 100_000);
        assertThat(test.spendable(citizen)).isEqualTo(110_000);
        Transfer payment = paid(12_000);
        assertThat(amounts(payment)).containsExactly(-10_000L, -2_000L, 12_000L);
        Transfer half = ((Done) test.giveBack(TestMoney.fresh(), payment, 6_000)).transfer();
        assertThat(amounts(half)).containsExactly(-6_000L, 2_000L, 4_000L);
        Transfer rest = ((Done) test.giveBack(TestMoney.fresh(), payment, 6_000)).transfer();
        assertThat(amounts(rest)).containsExactly(-6_000L, 6_000L);
        assertThat(test.giveBack(TestMoney.fresh(), payment, 1))
                .isEqualTo(new Refused(Reason.OVER_PAID, 0));
        assertThat(test.spendable(citizen)).isEqualTo(110_000);
        assertThat(book.sum(Holder.shop(shop))).isZero();
        assertSound();
    }

    @Test
    void answersTheSameToTheSameKey() {
        test.load(citizen, 50_000);
        String key = TestMoney.fresh();
        Done first = (Done) test.pay(key, citizen, shop, 5_000);
        Done again = (Done) test.pay(key, citizen, shop, 5_000);
        assertThat(first.receipt()).isNotNull();
        assertThat(again).isEqualTo(new Done(first.transfer(), null));
        assertThat(test.spendable(citizen)).isEqualTo(50_000);
        assertThatThrownBy(() -> test.pay(key, citizen, shop, 6_000)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> test.pay(key, citizen, TestMoney.someone("m"), 5_000))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refusesWithAReasonAndMovesNothing() {
        test.load(citizen, 10_000);
        assertThat(test.pay(TestMoney.fresh(), citizen, shop, 11_001))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH, 11_000));
        assertThat(test.pay(TestMoney.fresh(), TestMoney.someone("c"), shop, 1))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH, 0));
        assertThat(test.load(citizen, 700_000)).isEqualTo(new Refused(Reason.OVER_LOAD, 0));
        assertThat(test.spendable(citizen)).isEqualTo(11_000);
    }

    @Test
    void givesBackNoMoreThanTheShopIsOwed() {
        test.load(citizen, 20_000);
        Transfer payment = paid(12_000);
        Transfer other = paid(3_000);
        test.giveBack(TestMoney.fresh(), other, 3_000);
        assertThat(book.sum(Holder.shop(shop))).isEqualTo(12_000);
        assertThat(test.giveBack(TestMoney.fresh(), payment, 12_001))
                .isEqualTo(new Refused(Reason.OVER_PAID, 12_000));
        test.payOut(shop, 9_000);
        Done part = (Done) test.giveBack(TestMoney.fresh(), payment, 12_000);
        assertThat(part.transfer().change(Holder.shop(shop))).isEqualTo(-3_000);
        assertThat(test.giveBack(TestMoney.fresh(), payment, 1))
                .isEqualTo(new Refused(Reason.NOT_COVERED, 0));
        assertThat(test.spendable(citizen)).isEqualTo(13_000);
    }

    /** Somebody else took what was left, or the limits changed, after the page was shown. */
    @Test
    void loadsNothingElseThanWasAgreedOn() {
        var agreed = new TopUp(TestMoney.fresh(), "o-TEST", citizen, 10_000, 10_000, 2_000);
        assertThat(test.topUp(agreed)).isEqualTo(new Refused(Reason.CHANGED, 10_000));
        assertThat(test.spendable(citizen)).isZero();
    }

    /** What is over goes back where it came from; what comes back too late is good for a month. */
    @Test
    void expiresAndGivesBackIntoAnExpiredLot() {
        test.fill(citizen, 5_000, book.now().plusMillis(400));
        Transfer payment = paid(3_000);
        Awaitility.await()
                .until(() -> test.pay(TestMoney.fresh(), citizen, shop, 1) instanceof Refused);
        long before = book.leftOf(Loading.OWN);
        expiring.expire();
        assertThat(book.left(Holder.citizen(citizen))).isEmpty();
        assertThat(book.leftOf(Loading.OWN)).isGreaterThanOrEqualTo(before + 1_900);
        test.giveBack(TestMoney.fresh(), payment, 1_000);
        test.giveBack(TestMoney.fresh(), payment, 2_000);
        assertThat(test.giveBack(TestMoney.fresh(), payment, 1))
                .isEqualTo(new Refused(Reason.OVER_PAID, 0));
        assertThat(money.spendable(citizen))
                .extracting(Lot::remaining)
                .containsExactlyInAnyOrder(1_000L, 2_000L);
        assertThat(money.spendable(citizen))
                .allMatch(lot -> Days.endAfter(book.now(), 1).equals(lot.terms().expiresAt()));
        assertSound();
    }

    /** Whom a list names turns out to have joined before: the wallet follows, with its limits. */
    @Test
    void goesByAnotherIdFromNowOn() {
        Subject listed = TestMoney.someone("c");
        test.load(citizen, 600_000);
        Transfer payment = paid(10_000);
        test.handOver(citizen, listed);
        test.handOver(citizen, listed);
        assertThat(test.spendable(citizen)).isZero();
        assertThat(test.spendable(listed)).isEqualTo(640_000);
        assertThat(test.load(listed, 200_000)).isEqualTo(new Refused(Reason.OVER_LOAD, 0));
        test.giveBack(TestMoney.fresh(), payment, 4_000);
        assertThat(test.spendable(citizen)).isZero();
        assertThat(test.spendable(listed)).isEqualTo(644_000);
        assertSound();
    }

    @Test
    void paysInTwelveStatements() {
        test.load(citizen, 20_000);
        paid(1_000);
        try (var statements = Statements.listen()) {
            paid(12_000);
            // A batch is said twice: once as one, and once for the statement it prepares.
            assertThat(statements.heard())
                    .filteredOn(each -> !each.contains("batch"))
                    .hasSizeBetween(6, 12);
        }
    }

    private Transfer paid(long amount) {
        return ((Done) test.pay(TestMoney.fresh(), citizen, shop, amount)).transfer();
    }

    private void assertSound() {
        assertThat(Objects.requireNonNull(balances.circulation()).sound()).isTrue();
        assertThat(balances.unbalanced()).isEmpty();
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.uneven()).isEmpty();
        assertThat(balances.below()).isEmpty();
    }

    private static List<Long> amounts(Transfer transfer) {
        return transfer.movements().stream().map(Movement::amount).toList();
    }
}
