package city.dure.imports;

import city.dure.web.NotFound;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What lists can be uploaded into, and which parts of a run other rooms do. */
@Component
class Targets {
    private final List<ImportTarget> targets;
    private final ObjectProvider<Run.Work> works;

    Targets(List<ImportTarget> targets, ObjectProvider<Run.Work> works) {
        this.targets = targets.stream().sorted(Comparator.comparing(ImportTarget::name)).toList();
        this.works = works; // Asked for late: a work may need the lists itself.
    }

    /** Gives the work of the run's state a turn; whether it is over, as where there is none. */
    boolean finishes(Run run, int limit) {
        return works.stream()
                .filter(work -> work.state() == run.state())
                .allMatch(work -> work.step(run, limit) < limit);
    }

    List<ImportTarget> all() {
        return targets;
    }

    ImportTarget of(Run run) {
        return named(run.target());
    }

    ImportTarget named(String name) {
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("import target " + name));
    }

    /** The hash of a run's file as far as the ledger tells it. */
    @Nullable String toldHash(Run run) {
        return of(run).confidential() ? null : run.file().sha256();
    }
}
