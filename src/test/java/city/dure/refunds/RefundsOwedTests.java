package city.dure.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.dure.PortalTest;
import city.dure.book.Balances;
import city.dure.book.Transfer;
import city.dure.ledger.SealedEntry;
import city.dure.money.GivingBack;
import city.dure.money.Outcome;
import city.dure.money.TestMeasures;
import city.dure.money.TestMoney;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A shop that was paid out and gives back: what it has at once, the rest out of its next sales. */
@PortalTest
class RefundsOwedTests {
    @Autowired RefundsOwed refunds;
    @Autowired TestMoney money;
    @Autowired SalesForOwed sales;
    @Autowired TestMeasures measures;
    @Autowired Balances balances;
    @Autowired TransactionOperations transaction;
    private final Subject citizen = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");
    private Transfer payment;

    @BeforeEach
    void sellAndBePaidOut() {
        money.fill(citizen, 20_000);
        payment = sell(12_000);
        money.payOut(shop, 9_000);
    }

    @Test
    void givesWhatTheShopHasAndOwesTheRest() {
        var given = giveBack("one", 10_000);
        assertThat(given.given()).isEqualTo(3_000);
        assertThat(given.owed()).isEqualTo(7_000);
        assertThat(left()).isEqualTo(11_000);
        assertThat(refunds.of(shop)).isEqualTo(7_000);
        assertThat(giveBack("two", 2_001).refused())
                .isEqualTo(new Outcome.Refused(Outcome.Reason.OVER_PAID, 2_000));
        sell(5_000);
        settled(2_000);
        assertThat(left()).isEqualTo(11_000);
        sell(5_000);
        settled(0);
        assertThat(left()).isEqualTo(8_000);
        assertThat(refunds.of(payment.id())).isZero();
        assertThat(balances.circulation().sound()).isTrue();
    }

    @Test
    void saysTheSameToWhoAsksTwice() {
        var first = giveBack("one", 10_000);
        sell(5_000);
        var again = giveBack("one", 10_000);
        assertThat(again.given()).isEqualTo(first.given());
        assertThat(again.owed()).isEqualTo(first.owed());
        assertThat(again.receipt()).isNull();
        assertThatThrownBy(() -> giveBack("one", 9_000)).isInstanceOf(Conflict.class);
        assertThat(refunds.of(shop)).isEqualTo(7_000);
    }

    @Test
    void owesAllWhenTheShopHasNothing() {
        money.payOut(shop, 3_000);
        var given = giveBack("one", 12_000);
        assertThat(given.transfer()).isNull();
        assertThat(given.owed()).isEqualTo(12_000);
        assertThat(giveBack("one", 12_000).owed()).isEqualTo(12_000);
        assertThat(left()).isEqualTo(8_000);
    }

    /** Two payments are owed; whoever gives one back, and what the shop sells, pays both off. */
    @Test
    void paysOffOneAfterTheOtherByItself() throws Exception {
        var other = sell(4_000);
        money.payOut(shop, 7_000);
        giveBack("one", 12_000);
        var back = new GivingBack("two" + other.id(), GivingBack.newRefund(), other.id(), 4_000);
        refunds.giveBack(TestMoney.OWNER, back);
        assertThat(refunds.of(shop)).isEqualTo(16_000);
        money.fill(citizen, 30_000);
        var asking =
                Collections.<Callable<Object>>nCopies(
                        8,
                        () -> {
                            sell(2_000);
                            settle();
                            return "";
                        });
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(asking)) {
                assertThat(each.get()).isEqualTo("");
            }
        }
        await().untilAsserted(() -> assertThat(refunds.of(shop)).isZero());
        assertThat(refunds.of(other.id())).isZero();
        assertThat(balances.below()).doesNotContain(shop.ref());
    }

    /** However many ask and sell at once, no more is given back than was paid. */
    @Test
    void givesNoWonTwice() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var asking =
                    Collections.<Callable<Object>>nCopies(
                            8, () -> giveBack(TestMoney.fresh(), 3_000));
            var settling =
                    Collections.<Callable<Object>>nCopies(
                            8,
                            () -> {
                                settle();
                                return "";
                            });
            var first = threads.invokeAll(asking);
            threads.invokeAll(settling);
            for (var each : first) {
                assertThat(each.get()).isNotNull();
            }
        }
        assertThat(left() + refunds.of(payment.id())).isEqualTo(20_000);
        sell(8_000);
        await().untilAsserted(() -> assertThat(refunds.of(payment.id())).isEqualTo(1_000));
        assertThat(balances.below()).doesNotContain(shop.ref());
    }

    /** What two officers countered is nobody's to be given back, and keeps nobody else waiting. */
    @Test
    void owesNothingMoreOfWhatWasCountered() {
        var other = sell(4_000);
        money.payOut(shop, 7_000);
        giveBack("one", 12_000);
        var back = new GivingBack("two" + other.id(), GivingBack.newRefund(), other.id(), 4_000);
        refunds.giveBack(TestMoney.OWNER, back);
        money.fill(citizen, 30_000);
        money.payOut(shop, -12_000);
        measures.counter(payment.id());
        assertThat(refunds.of(payment.id())).isEqualTo(12_000);
        awaitOwed(() -> refunds.of(payment.id()), 0);
        sell(4_000);
        settled(0);
        assertThat(balances.below()).doesNotContain(shop.ref());
    }

    /** The sale that covers a debt may be taken in a moment before the debt is. */
    @Test
    void paysOffADebtWithoutAnotherSale() {
        giveBack("one", 10_000);
        money.payOut(shop, -7_000);
        transaction.executeWithoutResult(status -> sales.follow(List.of(owed(), owed())));
        assertThat(refunds.of(shop)).isZero();
    }

    /** Who goes by another id meanwhile gets it there. */
    @Test
    void givesToWhoGoesByAnotherIdByNow() {
        giveBack("one", 10_000);
        Subject present = TestMoney.someone("c");
        money.handOver(citizen, present);
        money.payOut(shop, -7_000);
        settled(0);
        assertThat(left()).isZero();
        assertThat(money.spendable(present)).isEqualTo(18_000);
    }

    /** What is owed to who left goes to the funds that it came from. */
    @Test
    void givesWhatIsOwedToWhoLeftToTheCity() {
        giveBack("one", 10_000);
        money.giveUp(citizen);
        money.payOut(shop, -7_000);
        settled(0);
        assertThat(left()).isZero();
        assertThat(balances.circulation().sound()).isTrue();
        assertThat(balances.astray()).isEmpty();
    }

    private SealedEntry owed() {
        Instant now = Instant.now();
        return new SealedEntry(
                1,
                UUID.randomUUID(),
                "refund.owed",
                1,
                now,
                now,
                true,
                "o-TESTOWNER",
                null,
                Map.of("merchant", shop.ref()),
                new byte[0]);
    }

    private Transfer sell(long amount) {
        return ((Outcome.Done) money.pay(TestMoney.fresh(), citizen, shop, amount)).transfer();
    }

    private RefundsOwed.Given giveBack(String key, long amount) {
        var back = new GivingBack(key + payment.id(), GivingBack.newRefund(), payment.id(), amount);
        return refunds.giveBack(TestMoney.OWNER, back);
    }

    private void settled(long owed) {
        awaitOwed(() -> refunds.of(shop), owed);
    }

    /** The portal's own follower may hold the row at this moment, and then does the same. */
    private void awaitOwed(LongSupplier owed, long amount) {
        await().untilAsserted(() -> {
            settle();
            assertThat(owed.getAsLong()).isEqualTo(amount);
        });
    }

    private void settle() {
        transaction.executeWithoutResult(status -> refunds.settle(shop.ref()));
    }

    private long left() {
        return money.spendable(citizen);
    }
}
