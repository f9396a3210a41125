package city.dure.replay;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one replay came to.
 *
 * @param entries how many entries it took in
 * @param closed the first entry whose details are not there, so that the state is not known; null
 *     when all are
 * @param counts how many things are in which state; empty when that is not known
 */
public record Replayed(
        String name, long entries, @Nullable String closed, SortedMap<String, Long> counts) {
    /** Whether every entry could be read. */
    public boolean inFull() {
        return closed == null;
    }
}
