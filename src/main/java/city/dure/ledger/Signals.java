package city.dure.ledger;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Wakes who waits inside this instance; other instances find work by polling. */
@Component
class Signals {
    /** Raised when a transaction of this instance committed entries. */
    final Signal committed = new Signal();

    /** Raised when the sealer of this instance sealed a batch. */
    final Signal sealed = new Signal();

    /** Counts how often it was raised, so that nobody sleeps through one. */
    static final class Signal {
        private long raised;

        synchronized void raise() {
            raised++;
            notifyAll();
        }

        synchronized long raised() {
            return raised;
        }

        /** Waits until it was raised more often than seen, or the time is over. */
        synchronized void await(long seen, Duration atMost) {
            long end = System.nanoTime() + atMost.toNanos();
            long left = atMost.toMillis();
            while (raised <= seen && left > 0) {
                if (!waited(left)) {
                    return;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }

        private boolean waited(long millis) {
            try {
                wait(millis);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
