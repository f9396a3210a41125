package city.dure.money;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.book.Balances;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.shared.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Jepsen's bank: 16 threads at one wallet and one shop, while somebody reads; no won is made or
 * lost at any moment. {@code -Ddure.bank.operations=100000} for many.
 */
@PortalTest
class BankTests {
    private static final int THREADS = 16;
    private static final int OPERATIONS = Integer.getInteger("dure.bank.operations", 1_600);
    private static final long PRICE = 7;

    @Autowired TestMoney test;
    @Autowired Book book;
    @Autowired Balances balances;

    private final Subject hot = TestMoney.someone("c");
    private final Subject shop = TestMoney.someone("m");
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<String> wrong = new ArrayList<>();

    /** Enough for three quarters of what is tried: the rest is refused. */
    @Test
    void makesAndLosesNothing() throws Exception {
        long balance = PRICE * OPERATIONS / 4 + PRICE / 2;
        test.fill(hot, balance);
        try (var threads = Executors.newFixedThreadPool(THREADS + 1)) {
            var reader = threads.submit(this::readAllTheTime);
            var writers =
                    IntStream.range(0, THREADS).mapToObj(no -> threads.submit(spender())).toList();
            await(writers);
            over.set(true);
            assertThat(reader.get()).isPositive();
        }
        assertThat(wrong).isEmpty();
        assertThat(done.get()).isEqualTo((int) (balance / PRICE));
        assertThat(refused.get()).isEqualTo(OPERATIONS / 2 - done.get());
        assertThat(test.spendable(hot)).isEqualTo(balance - PRICE * done.get());
        assertThat(balances.astray()).isEmpty();
        assertThat(balances.unbalanced()).isEmpty();
    }

    private static void await(List<? extends Future<?>> all)
            throws InterruptedException, ExecutionException {
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** One half at the hot wallet, the other from a wallet of its own; all at the hot shop. */
    private Callable<Integer> spender() {
        return () -> {
            Subject own = TestMoney.someone("c");
            int turns = OPERATIONS / THREADS / 2;
            test.fill(own, PRICE * turns);
            for (int i = 0; i < turns; i++) {
                boolean paid =
                        test.pay(TestMoney.fresh(), hot, shop, PRICE) instanceof Outcome.Done;
                (paid ? done : refused).incrementAndGet();
                assertThat(test.pay(TestMoney.fresh(), own, shop, PRICE))
                        .isInstanceOf(Outcome.Done.class);
            }
            return turns;
        };
    }

    private int readAllTheTime() {
        int reads = 0;
        while (!over.get()) {
            var now = balances.circulation();
            if (!now.sound()) {
                wrong.add(now.toString());
            }
            if (book.left(Holder.citizen(hot)).stream().anyMatch(lot -> lot.remaining() < 0)) {
                wrong.add("below 0");
            }
            reads++;
        }
        return reads;
    }
}
