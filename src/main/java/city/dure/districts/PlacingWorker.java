package city.dure.districts;

import city.dure.city.DistrictMap;
import city.dure.city.Districts;
import city.dure.merchants.Placing;
import city.dure.shared.Actor;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assigns businesses to districts after these were replaced, a batch a transaction, during which
 * the run's row is locked: so one instance works, and a run that was killed goes on after the last
 * batch that was committed, on whichever instance.
 */
@Component
class PlacingWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PlacingWorker.class);
    private static final long IDLE_SECONDS = 2;

    private final PlacingRuns runs;
    private final Placing placing;
    private final Districts districts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore ending = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    PlacingWorker(
            PlacingRuns runs,
            Placing placing,
            Districts districts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.placing = placing;
        this.districts = districts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does one batch; false when there is none to do, or another instance does it. */
    boolean step() {
        return Boolean.TRUE.equals(
                transaction.execute(status -> runs.tryLock().map(this::step).orElse(false)));
    }

    private boolean step(PlacingRuns.Run run) {
        DistrictMap map = districts.map();
        if (map.version() != run.version() || clock.instant().isBefore(run.beginsAt())) {
            return false; // Soon, when every instance places by the new districts.
        }
        var step = placing.assign(Actor.SYSTEM, map, run.after());
        runs.save(
                step.last() == null
                        ? run.ended(clock.instant())
                        : run.further(step.last(), step.seen(), step.changed()));
        return step.last() != null;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true; // Before the thread runs, which ends as soon as it reads false.
            thread = Thread.ofVirtual().name("placing").start(this::work);
        }
    }

    /**
     * Ends after the batch under way; never interrupts it, which would hurt the database's file.
     */
    @Override
    public synchronized void stop() {
        running = false;
        ending.release();
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
        while (running) {
            if (!stepped()) {
                rest();
            }
        }
    }

    private boolean stepped() {
        try {
            return step();
        } catch (RuntimeException e) {
            LOG.warn("a batch of the assignment to districts will be tried again", e);
            return false;
        }
    }

    private void rest() {
        try {
            if (ending.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                ending.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
