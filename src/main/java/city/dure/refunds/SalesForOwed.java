package city.dure.refunds;

import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sees a shop's sales come, and has it give back what it owes. */
@Component
class SalesForOwed implements LedgerFollower {
    /**
     * A refund too: after one part that was owed comes the next. And the debt itself: the sale that
     * covers it may have been taken in a moment before.
     */
    private static final Set<String> ENTRIES =
            Set.of("payment.made", "payment.refunded", "refund.owed");

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
        follow(List.of(entry));
    }

    /** One refund in one transaction: who gives two back locks people in another order. */
    @Override
    public int follow(List<SealedEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            SealedEntry entry = entries.get(i);
            if (ENTRIES.contains(entry.kind()) && refunds.settle(entry.text("merchant"))) {
                return i + 1;
            }
        }
        return entries.size();
    }
}
