package city.dure.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one follower along the sealed ledger. The cursor row is its lease: whoever holds the row's
 * lock works, other instances pass by; it moves in the transaction of the effects.
 */
final class FollowerRunner implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int BATCH = 100;
    private static final int MOST_TRIES = 10;

    private final LedgerFollower follower;
    private final LedgerEntries entries;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Signals signals;
    private volatile boolean running = true;
    private int oneByOne;
    private int tries;
    private long position;

    FollowerRunner(
            LedgerFollower follower,
            LedgerEntries entries,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Signals signals) {
        this.follower = follower;
        this.entries = entries;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signals = signals;
    }

    /** Lets it run, anew after an end; a new follower's cursor is made at the beginning. */
    void begin() {
        running = true;
        jdbc.update(
                "insert into ledger_follower (name, next_seq) select ?, 0"
                        + " where not exists (select 1 from ledger_follower where name = ?)",
                follower.name(),
                follower.name());
    }

    void end() {
        running = false;
        signals.sealed.raise();
    }

    @Override
    public void run() {
        while (running) {
            long seen = signals.sealed.raised();
            if (!advance()) {
                signals.sealed.await(seen, IDLE);
            }
        }
    }

    /** Takes in the next entries; says whether there may be more to do at once. */
    boolean advance() {
        try {
            int taken =
                    Objects.requireNonNull(
                            transaction.execute(status -> take(oneByOne > 0 ? 1 : BATCH)));
            oneByOne = Math.max(0, oneByOne - taken);
            tries = 0;
            return taken > 0;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private int take(int atMost) {
        // The row is locked before it is read, so a parked or moved cursor is seen as it is now.
        var cursor =
                jdbc.query(
                        "select next_seq, parked_at from ledger_follower where name = ?"
                                + " for update skip locked",
                        (row, i) -> row.getTimestamp("parked_at") == null ? row.getLong(1) : -1,
                        follower.name());
        if (cursor.isEmpty() || cursor.getFirst() < 0) {
            return 0;
        }
        position = cursor.getFirst();
        var next = entries.from(position, atMost);
        int taken = next.isEmpty() ? 0 : follower.follow(next);
        if (taken > 0) {
            jdbc.update(
                    "update ledger_follower set next_seq = ? where name = ?",
                    position + taken,
                    follower.name());
        }
        return taken;
    }

    // A batch that fails is gone through again one by one, to find the entry that fails alone.
    private boolean failed(RuntimeException e) {
        if (mayPass(e) && ++tries < MOST_TRIES) {
            LOG.warn("follower {} tries again: {}", follower.name(), e.getClass().getName());
            return false;
        }
        if (oneByOne == 0) {
            oneByOne = BATCH;
            return true;
        }
        park(e);
        return false;
    }

    private static boolean mayPass(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException;
    }

    // Only the exception's name: its message may quote what somebody typed.
    private void park(RuntimeException e) {
        String problem = e.getClass().getName() + " at entry " + position;
        LOG.error("follower {} is parked: {}", follower.name(), problem);
        try {
            jdbc.update(
                    "update ledger_follower set parked_at = ?, problem = ?"
                            + " where name = ? and next_seq = ? and parked_at is null",
                    Instant.now().atOffset(ZoneOffset.UTC),
                    problem,
                    follower.name(),
                    position);
        } catch (RuntimeException alsoFailed) {
            LOG.error("and could not be marked so: {}", alsoFailed.getClass().getName());
        }
    }
}
