package city.dure.verifications;

import city.dure.replay.Replays;
import city.dure.shared.Actor;
import city.dure.verification.LedgerVerification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a check beside everything else, on the instance on which it was begun. It keeps nothing that
 * a crash would leave half done: its row is then silent, and the next press begins anew.
 */
@Component
class Checker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Checker.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Checks checks;
    private final DataSource database;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Checker(Checks checks, DataSource database) {
        this.checks = checks;
        this.database = database;
    }

    /** Begins a check once the caller's transaction has committed, unless one is under way. */
    long begin(Actor actor) {
        var begun = checks.begin(actor);
        if (begun.fresh()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            run(actor, begun.number());
                        }
                    });
        }
        return begun.number();
    }

    private synchronized void run(Actor actor, long number) {
        thread = Thread.ofVirtual().name("ledger-checks").start(() -> watch(actor, number));
    }

    /** Gives a sign of life while the check goes on, which has a thread of its own to compute. */
    private void watch(Actor actor, long number) {
        var progress = new Progress();
        Thread check =
                Thread.ofPlatform()
                        .name("ledger-check")
                        .daemon()
                        .start(() -> check(actor, number, progress));
        try {
            while (!check.join(BEAT)) {
                progress.wanted = running && beats(number, progress);
            }
        } catch (InterruptedException e) {
            progress.wanted = false;
            Thread.currentThread().interrupt();
        }
    }

    private boolean beats(long number, Progress progress) {
        try {
            return checks.beat(number, progress.checked.get());
        } catch (RuntimeException e) {
            LOG.warn("a check of the ledger could not say how far it is", e);
            return true;
        }
    }

    private void check(Actor actor, long number, Progress progress) {
        try {
            var report = LedgerVerification.check(database, null, Replays.all(), progress::reached);
            checks.end(actor, number, report);
        } catch (CancellationException e) {
            checks.breakOff(number);
        } catch (SQLException | RuntimeException e) {
            LOG.error("a check of the ledger broke off", e);
            checks.breakOff(number);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /**
     * Has a check break off at its next entry; never interrupts it, which would hurt the database's
     * file.
     */
    @Override
    public synchronized void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How far a check is, and whether it is to go on. */
    private static final class Progress {
        private final AtomicLong checked = new AtomicLong();
        private volatile boolean wanted = true;

        void reached(long number) {
            checked.set(number + 1);
            if (!wanted) {
                throw new CancellationException();
            }
        }
    }
}
