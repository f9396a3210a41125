package city.dure.history;

import city.dure.history.ListMemory.Fate;
import city.dure.history.ListMemory.Known;
import city.dure.imports.Imports;
import city.dure.imports.Run;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The last part of a trial run: what is known of the list is looked for in its newer file. */
@Component
class Comparing implements Run.Work {
    private final Memories memories;
    private final GoneRows rows;
    private final Imports imports;

    Comparing(Memories memories, GoneRows rows, Imports imports) {
        this.memories = memories;
        this.rows = rows;
        this.imports = imports;
    }

    @Override
    public Run.State state() {
        return Run.State.COMPARING;
    }

    @Override
    public int step(Run run, int limit) {
        GoneRows.State before = rows.find(run.id()).orElse(null);
        if (before == null) {
            rows.begin(run.id());
        }
        String after = before == null ? "" : before.atKey();
        List<Known> known =
                memories.of(run)
                        .map(memory -> memory.known(run.told(), after, limit))
                        .orElse(List.of());
        if (!known.isEmpty()) {
            compare(run, before == null ? Comparison.NONE : before.found(), known);
        }
        return known.size();
    }

    private void compare(Run run, Comparison before, List<Known> known) {
        Set<String> standing = imports.standing(run, known.stream().map(Known::key).toList());
        List<Known> gone =
                known.stream()
                        .filter(one -> !standing.contains(one.key()))
                        .filter(one -> one.fate() != Fate.CLOSED)
                        .toList();
        rows.add(run.id(), gone);
        long closable = gone.stream().filter(one -> one.fate() == Fate.OPEN).count();
        rows.save(
                run.id(),
                known.getLast().key(),
                new Comparison(
                        before.known() + known.size(),
                        before.found() + standing.size(),
                        before.gone() + gone.size(),
                        before.closable() + closable,
                        before.closed(),
                        before.decision()));
    }
}
