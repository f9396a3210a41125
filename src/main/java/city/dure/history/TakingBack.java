package city.dure.history;

import city.dure.imports.Run;
import city.dure.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Takes a run back, batch by batch; the last one records that it is over. */
@Component
class TakingBack implements Run.Work {
    private final Memories memories;
    private final TakeBackRows rows;
    private final Ledger ledger;

    TakingBack(Memories memories, TakeBackRows rows, Ledger ledger) {
        this.memories = memories;
        this.rows = rows;
        this.ledger = ledger;
    }

    @Override
    public Run.State state() {
        return Run.State.TAKING_BACK;
    }

    @Override
    public int step(Run run, int limit) {
        TakeBack more =
                memories.of(run)
                        .map(memory -> memory.takeBack(run.actor(), run.told(), limit))
                        .orElse(TakeBack.NONE);
        TakeBack done = rows.find(run.id()).orElse(TakeBack.NONE).plus(more);
        rows.save(run.id(), done);
        int seen = Math.toIntExact(more.done());
        if (seen < limit) {
            ledger.record(run.actor(), HistoryRecords.TakenBack.of(run, done));
        }
        return seen;
    }
}
