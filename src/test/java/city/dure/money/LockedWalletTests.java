package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.book.Balances;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.ledger.Ledger;
import city.dure.shared.Subject;
import java.util.Collections;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What made a currency of others lose 1,262.60 euros (reference/currency.md 1, Fedow): two writers
 * who begin from the same state. Each test is done once more on a build without the lock, where it
 * has to find what the lock prevents.
 */
@PortalTest
class LockedWalletTests {
    private static final int WRITERS = 4;
    private static final long PRICE = 900_000;

    @Autowired Book book;
    @Autowired WalletRows wallets;
    @Autowired LimitRows limits;
    @Autowired Ledger ledger;
    @Autowired Balances balances;
    @Autowired ObjectProvider<Screening> screenings;
    @Autowired TestMoney test;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;

    private final Subject citizen = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");

    /** Two million a day: two of four payments of 900,000 at once, and what they are is counted. */
    @Test
    void countsEachPaymentOfADay() throws Exception {
        test.fill(citizen, 4_000_000);
        assertThat(paidAtOnce(wallets, PRICE)).isEqualTo(2);
        assertThat(counted()).isEqualTo(2 * PRICE);
        assertThat(book.sum(Holder.shop(shop))).isEqualTo(2 * PRICE);
    }

    @Test
    void isNoticedWithoutTheLock() throws Exception {
        test.fill(citizen, 4_000_000);
        int paid = paidAtOnce(new Unlocked(jdbc), PRICE);
        assertThat(paid).as("over the limit of a day").isEqualTo(WRITERS);
        assertThat(counted()).as("lost updates").isLessThan(paid * PRICE);
    }

    /** Where the lock fails, the database itself still lets no lot go below 0. */
    @Test
    void spendsNoWonTwiceEvenWithoutTheLock() throws Exception {
        test.fill(citizen, 10_000);
        assertThat(paidAtOnce(new Unlocked(jdbc), 7_000)).isOne();
        assertThat(test.spendable(citizen)).isEqualTo(3_000);
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.circulation().sound()).isTrue();
    }

    /** A build whose writers read, all of them, before the first one writes. */
    private static final class Unlocked extends WalletRows {
        private final CyclicBarrier all = new CyclicBarrier(WRITERS);

        Unlocked(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Wallet lock(Holder citizen) {
            Wallet read = read(citizen);
            try {
                all.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return read;
        }
    }

    /** How many of the writers at once could pay. */
    private int paidAtOnce(WalletRows rows, long price) throws InterruptedException {
        var paying = new Paying(book, rows, limits, screenings, ledger);
        Callable<Boolean> writer = () -> pays(paying, price);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            return (int)
                    threads.invokeAll(Collections.nCopies(WRITERS, writer)).stream()
                            .flatMap(each -> Stream.ofNullable(answer(each::get)))
                            .filter(Boolean::booleanValue)
                            .count();
        }
    }

    private boolean pays(Paying paying, long price) {
        var spending = TestMoney.spending(TestMoney.fresh(), citizen, shop, price);
        return transaction.execute(status -> paying.pay(TestMoney.CITIZEN, spending))
                instanceof Outcome.Done;
    }

    /** Nothing for one whom the database refused. */
    private static @Nullable Boolean answer(Callable<Boolean> answer) {
        try {
            return answer.call();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(DataIntegrityViolationException.class);
            return null;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long counted() {
        return wallets.read(Holder.citizen(citizen)).used(book.now()).paidDay();
    }
}
