package city.dure.history;

import city.dure.imports.Run;
import java.util.List;
import org.springframework.stereotype.Component;

/** Closes what the newer file no longer names, if an official decided so. */
@Component
class ClosingGone implements Run.Work {
    private final Memories memories;
    private final GoneRows rows;

    ClosingGone(Memories memories, GoneRows rows) {
        this.memories = memories;
        this.rows = rows;
    }

    @Override
    public Run.State state() {
        return Run.State.CLOSING;
    }

    @Override
    public int step(Run run, int limit) {
        return rows.find(run.id())
                .filter(state -> state.found().decision() == Comparison.Decision.CLOSE)
                .flatMap(state -> memories.of(run).map(memory -> close(run, state, memory, limit)))
                .orElse(0);
    }

    private int close(Run run, GoneRows.State state, ListMemory memory, int limit) {
        List<String> keys = rows.closable(run.id(), limit);
        if (!keys.isEmpty()) {
            int closed = memory.close(run.actor(), run.told(), keys);
            rows.handled(run.id(), keys);
            rows.save(run.id(), state.atKey(), state.found().closing(closed));
        }
        return keys.size();
    }
}
