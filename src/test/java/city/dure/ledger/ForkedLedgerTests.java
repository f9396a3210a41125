package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * What forked a ledger of others at 320 places (reference/currency.md 1, Fedow): two writers that
 * take the same predecessor. Here a number has one entry: without the head's lock the second writer
 * fails, and with it there is no second one.
 */
@Tag("database")
class ForkedLedgerTests {
    private final TestLedger test = new TestLedger();

    @Test
    void hasOneEntryAfterEachWithoutTheLock() throws Exception {
        record(3);
        var both = new CyclicBarrier(2);
        var one = new Seals(new Unlocked(test.database, both), test.transactions);
        var other = new Seals(new Unlocked(test.database, both), test.transactions);
        assertThat(sealedTogether(one, other)).as("who wins").isEqualTo(1);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void letsTwoGoOnOneAfterTheOtherWithTheLock() throws Exception {
        record(3);
        var one = new Seals(test.jdbc, test.transactions);
        var other = new Seals(test.jdbc, test.transactions);
        assertThat(sealedTogether(one, other)).isEqualTo(2);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    /**
     * A build whose writers read the head and what waits, both of them, before one of them writes.
     */
    private static final class Unlocked extends JdbcTemplate {
        private final CyclicBarrier both;

        Unlocked(DataSource database, CyclicBarrier both) {
            super(database);
            this.both = both;
        }

        @Override
        public <T extends @Nullable Object> T queryForObject(String sql, RowMapper<T> mapper) {
            return together(super.queryForObject(sql.replace(" for update", ""), mapper));
        }

        @Override
        public <T extends @Nullable Object> List<T> query(
                String sql, RowMapper<T> mapper, @Nullable Object @Nullable ... arguments) {
            return together(super.query(sql, mapper, arguments));
        }

        private <T extends @Nullable Object> T together(T read) {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return read;
        }
    }

    private static int sealedTogether(Seals one, Seals other) throws InterruptedException {
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var each :
                    threads.invokeAll(List.<Callable<Object>>of(one::sealNext, other::sealNext))) {
                try {
                    each.get();
                    done++;
                } catch (ExecutionException second) {
                    assertThat(second.getCause()).isInstanceOf(DuplicateKeyException.class);
                }
            }
        }
        return done;
    }

    private void record(int entries) {
        for (int i = 0; i < entries; i++) {
            test.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"));
        }
    }

    private List<Long> numbers() {
        return test.jdbc.query(
                "select seq + 1 from ledger_leaf order by seq", (row, number) -> row.getLong(1));
    }
}
