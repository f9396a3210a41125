package city.dure.ledger;

import city.dure.shared.Actor;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every module records what happened, in the transaction in which it happens. */
@Service
public class Ledger {
    private final EntryWriter writer;
    private final Clock clock;

    Ledger(EntryWriter writer, Clock clock) {
        this.writer = writer;
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
}
