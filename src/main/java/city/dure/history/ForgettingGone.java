package city.dure.history;

import city.dure.imports.Run;
import org.springframework.stereotype.Component;

/** Deletes what was gone in a file that is thrown away. */
@Component
class ForgettingGone implements Run.Work {
    private final GoneRows rows;

    ForgettingGone(GoneRows rows) {
        this.rows = rows;
    }

    @Override
    public Run.State state() {
        return Run.State.DISCARDING;
    }

    @Override
    public int step(Run run, int limit) {
        return rows.delete(run.id(), limit);
    }
}
