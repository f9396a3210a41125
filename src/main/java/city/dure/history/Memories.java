package city.dure.history;

import city.dure.imports.Run;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the targets remember. */
@Component
class Memories {
    private final List<ListMemory> memories;

    Memories(List<ListMemory> memories) {
        this.memories = List.copyOf(memories);
    }

    /** That of a run's target; empty for one that remembers nothing. */
    Optional<ListMemory> of(Run run) {
        return memories.stream().filter(one -> one.target().equals(run.target())).findFirst();
    }
}
