package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Transfer;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Two settlement officers let something happen; one alone cannot. */
@PortalTest
class MeasuresTests {
    @Autowired Measures measures;
    @Autowired Money money;
    @Autowired Book book;
    @Autowired TestMoney test;
    @Autowired Passwords passwords;
    @Autowired TransactionOperations transaction;

    private Actor one;
    private Actor other;

    @BeforeEach
    void come() {
        one = officer("officer.settlement");
        other = officer("officer2.settlement");
    }

    @Test
    void raiseTheCeiling() {
        var month = YearMonth.of(2031, 5);
        UUID id = asked(new Measure.Allow(month, 3_300_000_000L));
        assertThatThrownBy(() -> approve(one, id)).isInstanceOf(Conflict.class);
        assertThat(book.leftOf(Measures.right(month))).isZero();
        approve(other, id);
        assertThat(book.leftOf(Measures.right(month))).isEqualTo(3_300_000_000L);
        assertThatThrownBy(() -> approve(other, id)).isInstanceOf(Conflict.class);
        assertThat(book.leftOf(Measures.right(month))).isEqualTo(3_300_000_000L);
    }

    @Test
    void setLimitsForLater() {
        var before = money.limits();
        var later = WalletLimits.read("300000 100000 500000 50000 60000 70000 DISCOUNT 700 12");
        UUID id = asked(new Measure.Limit(later, book.now().plus(Duration.ofDays(400))));
        approve(other, id);
        assertThat(money.limits()).isEqualTo(before);
        UUID past = asked(new Measure.Limit(later, book.now().minusSeconds(1)));
        assertThatThrownBy(() -> approve(other, past)).hasMessage("money.limit.past");
    }

    @Test
    void counterWhatWasWrong() {
        Subject citizen = TestMoney.someone("c");
        Subject shop = TestMoney.someone("m");
        test.fill(citizen, 10_000);
        Transfer wrong =
                ((Outcome.Done) test.pay(TestMoney.fresh(), citizen, shop, 4_000)).transfer();
        approve(other, asked(new Measure.Counter(wrong.id())));
        assertThat(test.spendable(citizen)).isEqualTo(10_000);
        assertThat(book.sum(Holder.shop(shop))).isZero();
        UUID again = asked(new Measure.Counter(wrong.id()));
        assertThatThrownBy(() -> approve(other, again)).hasMessage("money.counter.again");
        assertThat(test.giveBack(TestMoney.fresh(), wrong, 1))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.OVER_PAID, 0));
    }

    @Test
    void counterNothingThatIsSpent() {
        Subject citizen = TestMoney.someone("c");
        Transfer wrong = test.fill(citizen, 10_000);
        test.pay(TestMoney.fresh(), citizen, TestMoney.someone("m"), 1);
        UUID id = asked(new Measure.Counter(wrong.id()));
        assertThatThrownBy(() -> approve(other, id)).hasMessage("money.counter.spent");
        assertThat(test.spendable(citizen)).isEqualTo(9_999);
    }

    private Actor officer(String name) {
        var account = passwords.find(name).orElseThrow().account();
        return new Actor(account.ref(), Role.SETTLEMENT_OFFICER);
    }

    private UUID asked(Measure measure) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> measures.ask(one, id, measure, "/office/inbox"));
        return id;
    }

    private void approve(Actor actor, UUID id) {
        transaction.executeWithoutResult(status -> measures.approve(actor, id, measures.mark(id)));
    }
}
