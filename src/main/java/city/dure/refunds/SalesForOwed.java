package city.dure.refunds;

import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sees a shop's sales come, and has it give back what it owes. */
@Component
class SalesForOwed implements LedgerFollower {
    /** A refund too: after one part that was owed comes the next. */
    private static final Set<String> ENTRIES = Set.of("payment.made", "payment.refunded");

    private final RefundsOwed refunds;

    SalesForOwed(RefundsOwed refunds) {
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return "refunds-owed";
    }

    @Override
    public void follow(SealedEntry entry) {
        if (ENTRIES.contains(entry.kind())) {
            refunds.settle(entry.text("merchant"));
        }
    }
}
