package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.book.Balances;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Transfer;
import city.dure.ledger.Ledger;
import city.dure.money.Outcome.Done;
import city.dure.money.Outcome.Reason;
import city.dure.money.Outcome.Refused;
import city.dure.shared.Actor;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What comes after its wallet changed hands, was closed, or its money expired. */
@PortalTest
class LatecomersTests {
    @Autowired TestMoney test;
    @Autowired TestMeasures measures;
    @Autowired Book book;
    @Autowired Balances balances;
    @Autowired Money money;
    @Autowired Expiring expiring;
    @Autowired Ledger ledger;
    @Autowired TransactionOperations transaction;

    private final Subject citizen = TestMoney.someone("c");
    private final Subject listed = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");

    @BeforeEach
    void allow() {
        test.allow(1_000_000);
    }

    /** All was spent before the wallet was handed over: there was nothing in it to hand. */
    @Test
    void refundsFollowAnEmptyWallet() {
        test.fill(citizen, 5_000);
        Transfer payment = paid(citizen, 5_000);
        test.handOver(citizen, listed);
        test.giveBack(TestMoney.fresh(), payment, 5_000);
        assertThat(test.spendable(listed)).isEqualTo(5_000);
        assertThat(test.spendable(citizen)).isZero();
    }

    /** Whoever left gets nothing any more: it goes to where the money came from. */
    @Test
    void refundsOfWhoLeftGoToTheFunds() {
        test.load(citizen, 10_000);
        Transfer payment = paid(citizen, 11_000);
        leave(citizen);
        Done back = (Done) test.giveBack(TestMoney.fresh(), payment, 11_000);
        assertThat(back.transfer().change(Loading.OWN)).isEqualTo(10_000);
        assertThat(back.transfer().change(Loading.BONUS)).isEqualTo(1_000);
        assertThat(book.left(Holder.citizen(citizen))).isEmpty();
        assertSound();
    }

    @Test
    void topUpsOfWhoLeftAreRefused() {
        leave(citizen);
        assertThat(test.load(citizen, 10_000)).isEqualTo(new Refused(Reason.LEFT, 0));
        test.load(listed, 10_000);
        leave(listed);
        assertThat(test.load(listed, 10_000)).isEqualTo(new Refused(Reason.LEFT, 0));
    }

    /** One lot that came back after it had expired must not keep all others from expiring. */
    @Test
    void expiresTwiceWhatWasFilledAgain() {
        Transfer filled = test.fill(citizen, 5_000, book.now().plusMillis(300));
        Awaitility.await().until(() -> money.spendable(citizen).isEmpty());
        expiring.expire();
        var id = Objects.requireNonNull(filled.movements().getLast().lot());
        Lot lot = book.lots(List.of(id)).getFirst();
        test.refill(lot, 1_000);
        expiring.expire();
        assertThat(book.left(Holder.citizen(citizen))).isEmpty();
        assertSound();
    }

    @Test
    void countersNothingIntoWhatIsGone() {
        test.fill(citizen, 5_000);
        Transfer payment = paid(citizen, 2_000);
        test.handOver(citizen, listed);
        assertThatThrownBy(() -> measures.counter(payment.id()))
                .isInstanceOf(Conflict.class)
                .hasMessage("money.counter.gone");
        assertSound();
    }

    /** A refund that was countered can be given once more. */
    @Test
    void givesBackAgainWhatWasCountered() {
        test.fill(citizen, 5_000);
        Transfer payment = paid(citizen, 2_000);
        Done wrong = (Done) test.giveBack(TestMoney.fresh(), payment, 2_000);
        measures.counter(wrong.transfer().id());
        assertThat(test.spendable(citizen)).isEqualTo(3_000);
        assertThat(test.giveBack(TestMoney.fresh(), payment, 2_000)).isInstanceOf(Done.class);
        assertThat(test.spendable(citizen)).isEqualTo(5_000);
        assertSound();
    }

    /** Two officers counter what the shop gives back at the same moment: one of them does it. */
    @Test
    void takesAPaymentBackOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Subject payer = TestMoney.someone("c");
            test.fill(payer, 5_000);
            Transfer payment = paid(payer, 5_000);
            Callable<Object> counter = () -> measures.counter(payment.id());
            Callable<Object> back = () -> test.giveBack(TestMoney.fresh(), payment, 5_000);
            try (var threads = Executors.newFixedThreadPool(3)) {
                for (var each : threads.invokeAll(List.of(counter, back, back))) {
                    try {
                        each.get();
                    } catch (ExecutionException late) {
                        assertThat(late.getCause()).isInstanceOf(Conflict.class);
                    }
                }
            }
            assertThat(test.spendable(payer)).isEqualTo(5_000);
        }
        assertThat(book.sum(Holder.shop(shop))).isZero();
        assertSound();
    }

    @Test
    void countsNoDayTwice() {
        var day = LocalDate.of(2026, 11, 30);
        var used = new Usage(day, 700_000, 500_000, 0, 0);
        assertThat(used.on(day.minusDays(40))).as("a clock that went back").isEqualTo(used);
        assertThat(used.on(day.plusDays(1))).isEqualTo(Usage.none(day.plusDays(1)));
    }

    private void leave(Subject somebody) {
        transaction.executeWithoutResult(status -> {
            money.giveUp(Actor.SYSTEM, somebody);
            ledger.record(Actor.SYSTEM, new MoneyRecords.MeasureDeclined("allow", null));
        });
    }

    private Transfer paid(Subject payer, long amount) {
        return ((Done) test.pay(TestMoney.fresh(), payer, shop, amount)).transfer();
    }

    private void assertSound() {
        assertThat(balances.circulation().sound()).isTrue();
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.uneven()).isEmpty();
        assertThat(balances.below()).isEmpty();
    }
}
