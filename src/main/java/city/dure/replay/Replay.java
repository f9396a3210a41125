package city.dure.replay;

import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A state that follows from entries alone, built up entry by entry; used once, by one thread. Made
 * anew for each check by its constructor without arguments, as no beans exist on the command line.
 * What it keeps may grow with what it describes, never with the history.
 */
public interface Replay {
    /** What is rebuilt, such as {@code merchants}: a word in snake case, never renamed. */
    String name();

    /** The kinds of entry that it reads, without their versions; of every version. */
    Set<String> kinds();

    /**
     * Takes in the next entry of these kinds.
     *
     * @param found told when the entry contradicts those before it
     * @throws IllegalArgumentException when the entry cannot be understood
     */
    void apply(ReplayedEntry entry, Consumer<Difference> found);

    /** Compares the state with the tables, which is only asked for when every entry was there. */
    void compare(JdbcTemplate tables, Consumer<Difference> found);

    /** How many things are in which state, by its code in snake case. */
    SortedMap<String, Long> counts();
}
