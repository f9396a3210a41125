package city.dure.imports;

import city.dure.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lists can be uploaded into, such as the businesses of the city: a bean of the module that
 * owns the records. The engine reads the file, finds repeats and calls this for the rest.
 */
public interface ImportTarget {
    /** Names the target in URLs and in the ledger; never changes. */
    String name();

    /** Message key of what people call it. */
    String labelKey();

    /** The columns it can use, in the order in which people are shown them. */
    List<ImportColumn> columns();

    /**
     * Why a list with only these columns cannot be used, as a message key; empty when it can. A
     * single column that must be there is said by {@link ImportColumn#required}.
     */
    default Optional<String> lacking(Set<String> columns) {
        return Optional.empty();
    }

    /** Message key of what makes two rows the same thing, in a sentence. */
    String sameKey();

    /**
     * Why a column under this heading cannot be one of the target's, as a message key; empty when
     * it can.
     */
    default Optional<String> misfit(String column, String heading) {
        return Optional.empty();
    }

    /**
     * Message key of what cannot be done with these lists, such as taking a run back; empty when
     * all can.
     */
    default Optional<String> limitKey() {
        return Optional.empty();
    }

    /** Whether its files are nobody's business, so that not even their hash is told in public. */
    default boolean confidential() {
        return false;
    }

    /**
     * Whether its rows tell of people: they are staged under a key that goes with the end of the
     * run, and shown as {@link #shown} says.
     */
    default boolean personal() {
        return false;
    }

    /** A cell as pages show it; empty text where they do not. */
    default String shown(String column, String cell) {
        return cell;
    }

    /**
     * Why a whole file may not even be kept, as a message key; empty when it may.
     *
     * @param samples its first rows
     */
    default Optional<String> forbidden(List<String> header, List<List<String>> samples) {
        return Optional.empty();
    }

    /** The row of the permission matrix that says who may upload such lists and see them. */
    default String permission() {
        return "imports.shops";
    }

    /** Checks one row by itself; touches no database. */
    RowCheck check(ImportRun run, ImportRow row);

    /**
     * Says what {@link #apply} would do with these sound rows, in their order, one outcome for each
     * row; changes nothing. Called in batches of some hundred rows, no two rows with the same key.
     */
    List<RowOutcome> preview(ImportRun run, List<ImportRow> rows);

    /**
     * Takes over these sound rows and records an entry for each change, inside the caller's
     * transaction; the outcomes in the order of the rows. Called in batches as {@link #preview}.
     */
    List<RowOutcome> apply(Actor actor, ImportRun run, List<ImportRow> rows);

    /** Message key of what becomes public by a run; {0} stands for the published columns it has. */
    String publicKey();

    /** Message key of the link to what was taken over. */
    String resultKey();

    /** Where to see what was taken over. */
    String resultHref();
}
