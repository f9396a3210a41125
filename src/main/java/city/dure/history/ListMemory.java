package city.dure.history;

import city.dure.imports.ImportRun;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import java.util.List;

/**
 * What a target of uploads remembers of each list: a bean of the module that owns the records. A
 * target without one has lists that know nothing of the file before.
 */
public interface ListMemory {
    /** The target's name. */
    String target();

    /** What the list is known to name, by key, after one. */
    List<Known> known(ImportRun run, String after, int limit);

    /**
     * Closes those of these that can be closed, with an entry each, inside the caller's
     * transaction; gives how many these were.
     */
    int close(Actor actor, ImportRun run, List<String> keys);

    /** What a run did that can be taken back, all of it in the total. */
    TakeBack undoable(ImportRun run);

    /** What stands in the way of taking a run back, by name, after one of them. */
    Page<Dependent> dependents(ImportRun run, String text, String after, int size);

    /**
     * Takes the next ones back, with an entry each, inside the caller's transaction; gives what was
     * done with them, nothing once it is over.
     */
    TakeBack takeBack(Actor actor, ImportRun run, int limit);

    /**
     * Something because of which a run cannot be taken back.
     *
     * @param whyKey message key of what happened to it since
     */
    record Dependent(String key, String title, String href, String whyKey) {}

    /**
     * Something that a list names.
     *
     * @param key as {@link city.dure.imports.RowCheck#key} makes it
     * @param title by which a person knows it
     * @param href where officials see it
     */
    record Known(String key, String title, String href, Fate fate) {}

    /** What may become of what a newer file no longer names. */
    enum Fate {
        /** It can be closed. */
        OPEN,
        /** It stays whatever the list says, such as a merchant. */
        KEPT,
        /** Another list names it, or counts for it. */
        ELSEWHERE,
        /** It is closed already, so nobody misses it. */
        CLOSED
    }
}
