package city.dure.demo;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerFollowers;
import city.dure.ledger.LedgerReceipt;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Waits until notices of a day are out, as they carry the time at which they are written. */
@Component
@Profile("demo")
class CatchingUp {
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN = 5;

    private final Ledger ledger;
    private final LedgerFollowers followers;
    private @Nullable LedgerReceipt last;

    CatchingUp(Ledger ledger, LedgerFollowers followers) {
        this.ledger = ledger;
        this.followers = followers;
    }

    /** Remembers the last that has to be told. */
    void wrote(LedgerReceipt receipt) {
        last = receipt;
    }

    /** Waits until whoever follows the ledger knows it; some seconds at most. */
    void await() {
        if (last == null) {
            return;
        }
        long end = System.nanoTime() + AT_MOST.toNanos();
        OptionalLong number = ledger.awaitNumber(last, AT_MOST);
        while (number.isPresent() && behind(number.getAsLong()) && System.nanoTime() < end) {
            pause();
        }
        last = null;
    }

    private boolean behind(long number) {
        return followers.states().stream()
                .anyMatch(each -> each.parkedAt() == null && each.next() <= number);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
