package city.dure.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs every {@link LedgerFollower} on a thread of its own, and tells how far each has come. */
@Service
public class LedgerFollowers implements SmartLifecycle {
    private final List<FollowerRunner> runners;
    private final List<String> names;
    private final List<Thread> threads = new ArrayList<>();
    private final JdbcTemplate jdbc;
    private final Signals signals;
    private volatile boolean running;

    LedgerFollowers(
            List<LedgerFollower> followers,
            LedgerEntries entries,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Signals signals) {
        var transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.signals = signals;
        this.names = followers.stream().map(LedgerFollower::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalStateException("two followers have one name: " + names);
        }
        this.runners =
                followers.stream()
                        .map(each -> new FollowerRunner(each, entries, jdbc, transaction, signals))
                        .toList();
    }

    /**
     * How far a follower has come.
     *
     * @param next the number of the next entry it takes in
     * @param parkedAt when it stopped in front of that entry; null while it runs
     * @param problem why it stopped; holds nothing personal
     */
    public record State(
            String name, long next, @Nullable Instant parkedAt, @Nullable String problem) {}

    /** All followers that ever ran here, by name. */
    public List<State> states() {
        return jdbc.query(
                "select name, next_seq, parked_at, problem from ledger_follower order by name",
                LedgerFollowers::state);
    }

    /** Lets a parked follower try its entry again; does nothing when it is not parked. */
    public void resume(String name) {
        jdbc.update(
                "update ledger_follower set parked_at = null, problem = null where name = ?", name);
        signals.sealed.raise();
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < runners.size(); i++) {
            runners.get(i).begin();
            threads.add(
                    Thread.ofPlatform()
                            .name("dure-follower-" + names.get(i))
                            .daemon()
                            .start(runners.get(i)));
        }
    }

    @Override
    public void stop() {
        running = false;
        runners.forEach(FollowerRunner::end);
        threads.forEach(LedgerFollowers::join);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // With the sealer: before the web server takes requests, and until after it has ended.
    @Override
    public int getPhase() {
        return 0;
    }

    private static State state(ResultSet row, int rowNumber) throws SQLException {
        var parkedAt = row.getObject("parked_at", OffsetDateTime.class);
        return new State(
                row.getString("name"),
                row.getLong("next_seq"),
                parkedAt == null ? null : parkedAt.toInstant(),
                row.getString("problem"));
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
