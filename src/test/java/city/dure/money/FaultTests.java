package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.FailingStatements;
import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.book.Balances;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Transfer;
import city.dure.identity.Passwords;
import city.dure.ledger.LedgerEntries;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every statement of every use of money fails once, and so does every commit: nothing is half done,
 * and the same key afterwards does it once.
 */
@PortalTest
class FaultTests {
    @Autowired TestMoney test;
    @Autowired Money money;
    @Autowired Measures measures;
    @Autowired Book book;
    @Autowired Balances balances;
    @Autowired Passwords passwords;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;

    private final Subject citizen = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");
    private final String key = TestMoney.fresh();

    @BeforeEach
    void allow() {
        test.allow(1_000_000);
        test.load(citizen, 20_000);
    }

    @Test
    void inATopUp() {
        var topUp = new TopUp(key, "o-TEST", citizen, 10_000, 10_000, 1_000);
        failsEverywhere(() -> money.topUp(TestMoney.CITIZEN, topUp), 8);
        assertThat(test.spendable(citizen)).isEqualTo(33_000);
    }

    @Test
    void inAPayment() {
        var spending = TestMoney.spending(key, citizen, shop, 3_000);
        failsEverywhere(() -> money.pay(TestMoney.CITIZEN, spending), 6);
        assertThat(book.sum(Holder.shop(shop))).isEqualTo(3_000);
    }

    @Test
    void inARefund() {
        Transfer paid =
                ((Outcome.Done) test.pay(TestMoney.fresh(), citizen, shop, 9_000)).transfer();
        var back = new GivingBack(key, "r-TEST", paid.id(), 5_000);
        failsEverywhere(() -> money.giveBack(TestMoney.OWNER, back), 8);
        assertThat(book.sum(Holder.shop(shop))).isEqualTo(4_000);
    }

    @Test
    void inAMeasure() {
        UUID id = UUID.randomUUID();
        var month = new Measure.Allow(YearMonth.of(2040, 1 + (int) (Math.random() * 12)), 7_000);
        long before = book.leftOf(Measures.right(month.month()));
        transaction.executeWithoutResult(
                status -> measures.ask(officer("officer.settlement"), id, month, "/office"));
        Actor other = officer("officer2.settlement");
        failsEverywhere(() -> measures.approve(other, id, measures.mark(id)), 8);
        assertThat(book.leftOf(Measures.right(month.month()))).isEqualTo(before + 7_000);
    }

    @Test
    void inAHandover() {
        Subject present = TestMoney.someone("c");
        failsEverywhere(() -> money.handOver(Actor.SYSTEM, citizen, present), 8);
        assertThat(test.spendable(present)).isEqualTo(22_000);
    }

    @Test
    void inGivingAWalletUp() {
        failsEverywhere(() -> money.giveUp(Actor.SYSTEM, citizen), 8);
        assertThat(test.spendable(citizen)).isZero();
    }

    @Test
    void inACorrection() {
        Transfer paid =
                ((Outcome.Done) test.pay(TestMoney.fresh(), citizen, shop, 9_000)).transfer();
        UUID id = UUID.randomUUID();
        var counter = new Measure.Counter(paid.id());
        transaction.executeWithoutResult(
                status -> measures.ask(officer("officer.settlement"), id, counter, "/office"));
        Actor other = officer("officer2.settlement");
        failsEverywhere(() -> measures.approve(other, id, measures.mark(id)), 12);
        assertThat(book.sum(Holder.shop(shop))).isZero();
    }

    /** Two transactions where one is needed: this test has to find what is left half done. */
    @Test
    void areFoundWhereTheyLeaveSomethingHalfDone() {
        String before = state();
        int half = 0;
        for (int at = 1; at < 60; at++) {
            try (var failing = FailingStatements.at(at)) {
                test.fill(citizen, 1);
                test.fill(citizen, 1);
            } catch (TransientDataAccessResourceException e) {
                half += state().equals(before) ? 0 : 1;
                before = state();
            }
        }
        assertThat(half).isPositive();
    }

    private void failsEverywhere(Runnable work, int atLeast) {
        String before = state();
        assertThatThrownBy(() -> failsAtCommit(work)).hasMessage("at commit");
        assertThat(state()).as("after a failed commit").isEqualTo(before);
        int at = 1;
        while (failsAt(at, work)) {
            assertThat(state()).as("after statement %d", at).isEqualTo(before);
            at++;
        }
        assertThat(at - 1).as("statements").isGreaterThanOrEqualTo(atLeast);
        assertThat(state()).isNotEqualTo(before);
        assertThat(balances.circulation().sound()).isTrue();
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.uneven()).isEmpty();
    }

    /** The last time it does not fail, as there is no such statement. */
    private boolean failsAt(int at, Runnable work) {
        try (var failing = FailingStatements.at(at)) {
            transaction.executeWithoutResult(status -> work.run());
            assertThat(failing.failed()).as("a failure that was hidden").isFalse();
            return false;
        } catch (TransientDataAccessResourceException e) {
            return true;
        }
    }

    private void failsAtCommit(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            throw new IllegalStateException("at commit");
                        }
                    });
        });
    }

    /** All that money leaves behind. */
    private String state() {
        return List.of(
                        rows("money_transfer"),
                        rows("money_movement"),
                        rows("money_lot"),
                        sum("money_lot"),
                        sum("money_slice"),
                        test.spendable(citizen),
                        Sealed.kinds(jdbc, entries, citizen),
                        jdbc.sql("select * from money_wallet where ref = ?")
                                .param(citizen.ref())
                                .query()
                                .listOfRows())
                .toString();
    }

    private long rows(String table) {
        return number("select count(*) from " + table);
    }

    private long sum(String table) {
        return number("select sum(remaining) from " + table);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getLong(1)).single();
    }

    private Actor officer(String name) {
        String ref = passwords.find(name).orElseThrow().account().ref();
        return new Actor(Objects.requireNonNull(ref), Role.SETTLEMENT_OFFICER);
    }
}
