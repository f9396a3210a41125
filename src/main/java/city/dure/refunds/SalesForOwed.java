package city.dure.refunds;

import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import org.springframework.stereotype.Component;

/** Sees a shop's sales come, and has it give back what it owes. */
@Component
class SalesForOwed implements LedgerFollower {
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
        if (entry.kind().equals("payment.made")) {
            refunds.settle(entry.text("merchant"));
        }
    }
}
