package city.dure.history;

import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Newer files beside what is known of their lists, and what officials decide about them. */
@Service
@Transactional
public class Comparisons {
    private final GoneRows rows;
    private final Imports imports;
    private final TakeBacks takeBacks;
    private final Ledger ledger;

    Comparisons(GoneRows rows, Imports imports, TakeBacks takeBacks, Ledger ledger) {
        this.rows = rows;
        this.takeBacks = takeBacks;
        this.imports = imports;
        this.ledger = ledger;
    }

    /** How a run's file compares; nothing is known of a list that comes for the first time. */
    @Transactional(readOnly = true)
    public Comparison find(ImportId run) {
        return rows.find(run).map(GoneRows.State::found).orElse(Comparison.NONE);
    }

    /** What is gone, by title; with a text in the title unless that is empty. */
    @Transactional(readOnly = true)
    public Page<Gone> gone(ImportId run, String text, String after, int size) {
        return rows.page(run, text, after, size);
    }

    /**
     * Takes a list over as {@link Imports#apply}, once an official said what becomes of what is
     * gone; a run that goes on keeps what was said before.
     *
     * @param sure whether the official said that a strange file is the right one
     * @throws Conflict when the file is strange and nobody said so, or while a run is taken back
     */
    public void apply(Actor actor, ImportId id, Comparison.Decision decision, boolean sure) {
        Run run = imports.find(id);
        takeBacks.requireNoneUnderWay(run);
        if (run.state() == Run.State.READY) {
            rows.find(id).ifPresent(state -> decide(actor, id, state, decision, sure));
        }
        imports.apply(actor, id);
    }

    private void decide(
            Actor actor,
            ImportId id,
            GoneRows.State state,
            Comparison.Decision decision,
            boolean sure) {
        Comparison found = state.found();
        if (found.isStrange() && !sure) {
            throw new Conflict("history.unsure");
        }
        if (found.known() > 0) {
            rows.save(id, state.atKey(), found.decided(decision));
            ledger.record(
                    actor,
                    new HistoryRecords.Compared(
                            id,
                            found.known(),
                            found.found(),
                            found.gone(),
                            found.closable(),
                            decision.code()));
        }
    }
}
