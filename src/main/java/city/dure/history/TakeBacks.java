package city.dure.history;

import city.dure.history.ListMemory.Dependent;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import city.dure.imports.Run.State;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes whole runs back while nothing depends on them. */
@Service
@Transactional
public class TakeBacks {
    private static final Set<State> CHANGING =
            EnumSet.of(State.APPLYING, State.CLOSING, State.TAKING_BACK);
    private static final int MANY = 200;

    private final Memories memories;
    private final TakeBackRows rows;
    private final Imports imports;

    TakeBacks(Memories memories, TakeBackRows rows, Imports imports) {
        this.memories = memories;
        this.rows = rows;
        this.imports = imports;
    }

    /**
     * What taking a run back would do, all in {@link TakeBack#total}; nothing when it cannot be.
     */
    @Transactional(readOnly = true)
    public TakeBack possible(Run run) {
        return run.canBeTakenBack()
                ? memories.of(run).map(memory -> memory.undoable(run.told())).orElse(TakeBack.NONE)
                : TakeBack.NONE;
    }

    /** How far a run has been taken back. */
    @Transactional(readOnly = true)
    public TakeBack find(ImportId run) {
        return rows.find(run).orElse(TakeBack.NONE);
    }

    /** What stands in the way, by name; with a text in the name unless that is empty. */
    @Transactional(readOnly = true)
    public Page<Dependent> dependents(Run run, String text, String after, int size) {
        return memories.of(run)
                .map(memory -> memory.dependents(run.told(), text, after, size))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /**
     * Begins to take a run back; one that is being taken back already is left to it.
     *
     * @throws Conflict when another run changes the same records, something depends on this one, or
     *     nobody remembers what was there before
     */
    public void begin(Actor actor, ImportId id) {
        Run run = imports.find(id);
        if (memories.of(run).isEmpty()) {
            throw new Conflict("history.unremembered");
        }
        rows.takeTurn(run.target());
        requireQuiet(run);
        if (imports.takeBack(actor, id)) {
            if (!dependents(run, "", "", 1).rows().isEmpty()) {
                throw new Conflict("history.depends");
            }
            long total =
                    memories.of(run).map(memory -> memory.undoable(run.told()).total()).orElse(0L);
            rows.begin(id, total);
        }
    }

    /**
     * Makes sure that nothing of a target is being taken back, until the caller's transaction ends.
     */
    void requireNoneUnderWay(Run run) {
        rows.takeTurn(run.target());
        if (others(run, EnumSet.of(State.TAKING_BACK))) {
            throw new Conflict("history.taking_back");
        }
    }

    private void requireQuiet(Run run) {
        if (others(run, CHANGING)) {
            throw new Conflict("history.busy");
        }
    }

    private boolean others(Run run, Set<State> states) {
        var target = List.of(imports.target(run.target()));
        return imports.page(states, target, null, MANY).rows().stream()
                .anyMatch(other -> !other.id().equals(run.id()));
    }
}
