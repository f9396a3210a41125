package city.dure.imports;

import city.dure.ledger.Ledger;
import city.dure.uploads.Uploads;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works on the runs that are under way, a batch of each by turns, on a thread of its own; woken by
 * work, else looking every few seconds for what another instance left.
 */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final long IDLE_SECONDS = 5;
    private static final int ATTEMPTS = 3;

    private final Runs runs;
    private final ImportSteps steps;
    private final Semaphore bell = new Semaphore(0);
    private final Map<ImportId, Integer> failures = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    ImportWorker(
            Runs runs,
            StagedRows rows,
            Uploads uploads,
            Targets targets,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.steps = new ImportSteps(runs, rows, uploads, targets, ledger, clock, transactions);
    }

    /** Says that there is work, once the caller's transaction has committed. */
    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring();
                    }
                });
    }

    private void ring() {
        bell.release();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true; // Before the thread runs, which ends as soon as it reads false.
            thread = Thread.ofVirtual().name("imports").start(this::work);
        }
    }

    /**
     * Ends after the batch under way; never interrupts it, which would hurt the database's file.
     */
    @Override
    public synchronized void stop() {
        running = false;
        ring();
        Thread working = thread;
        if (working != null) {
            try {
                working.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (isRunning()) {
            if (!workOnAll()) {
                await();
            }
        }
    }

    /** A batch of each run; false when there was nothing to do, or the database is away. */
    private boolean workOnAll() {
        try {
            boolean worked = false;
            for (ImportId id : runs.underWay()) {
                worked |= isRunning() && workOn(id);
            }
            return worked;
        } catch (RuntimeException e) {
            LOG.warn("Imports wait for the database", e);
            return false;
        }
    }

    private boolean workOn(ImportId id) {
        try {
            boolean worked = steps.step(id);
            failures.remove(id);
            return worked;
        } catch (CannotCreateTransactionException
                | DataAccessResourceFailureException
                | RecoverableDataAccessException e) {
            throw e;
        } catch (TransientDataAccessException e) {
            LOG.info("A batch of import {} will be tried again", id, e);
            return false;
        } catch (RuntimeException e) {
            LOG.error("A batch of import {} failed", id, e);
            boolean again = failures.merge(id, 1, Integer::sum) < ATTEMPTS;
            if (!again) {
                failures.remove(id);
                steps.park(id);
            }
            return again;
        }
    }

    private void await() {
        try {
            if (bell.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
