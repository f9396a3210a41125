package city.dure.districts;

import city.dure.city.Districts;
import city.dure.ledger.LedgerFollower;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.Placing;
import org.springframework.stereotype.Component;

/** Has the businesses assigned again whenever the districts were replaced. */
@Component
class PlacingFollower implements LedgerFollower {
    private final PlacingRuns runs;

    PlacingFollower(PlacingRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "districts-placing";
    }

    @Override
    public void follow(SealedEntry entry) {
        if (entry.kind().equals("city.districts_replaced")) {
            int version = Integer.parseInt(entry.text("revision"));
            var begins = entry.sealedAt().plus(Districts.LOOK_AGAIN.multipliedBy(2));
            runs.add(new PlacingRuns.Run(version, begins, Placing.BEGIN, 0, 0, null));
        }
    }
}
