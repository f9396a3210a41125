package city.dure.ledger;

import city.dure.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every module records what happened, in the transaction in which it happens. */
@Service
public class Ledger {
    // Another instance may seal it, and cannot wake us.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private final EntryWriter writer;
    private final LedgerEntries entries;
    private final Signals signals;
    private final Clock clock;

    Ledger(EntryWriter writer, LedgerEntries entries, Signals signals, Clock clock) {
        this.writer = writer;
        this.entries = entries;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * Records one event at the business clock's time; it is in the ledger if and only if the
     * caller's transaction commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a
     *     transaction
     * @throws IllegalArgumentException when a value may not stand in an entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LedgerReceipt record(Actor actor, LedgerRecord event) {
        return recordAll(actor, List.of(event)).getFirst();
    }

    /** Records many events in one batch, in their order; otherwise as {@link #record}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LedgerReceipt> recordAll(Actor actor, List<? extends LedgerRecord> events) {
        return writer.write(actor, clock.instant(), events);
    }

    /**
     * Waits for the number of an entry that was recorded in a transaction which has committed.
     *
     * @param atMost how long a page may wait, usually 300 ms
     * @return empty when the entry is not sealed in time; it will be
     * @throws org.springframework.transaction.IllegalTransactionStateException inside a transaction
     */
    @Transactional(propagation = Propagation.NEVER)
    public OptionalLong awaitNumber(LedgerReceipt receipt, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = signals.sealed.raised();
            var entry = entries.find(receipt.entry());
            long left = end - System.nanoTime();
            if (entry.isPresent() || left <= 0) {
                return entry.map(SealedEntry::number)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
            }
            signals.sealed.await(seen, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
        }
    }
}
