package city.dure.replay;

import org.jspecify.annotations.Nullable;

/**
 * Where entries contradict each other, or a table does not say what the entries say.
 *
 * @param number the entry that last spoke of the row; null when none did, or it waits for its seal
 * @param row which row, as entries write it
 * @param sentence what was found, in English; names entry and row
 */
public record Difference(@Nullable Long number, String row, String sentence) {
    /**
     * An entry that cannot follow those before it.
     *
     * @param before what these say of the row
     */
    public static Difference contradiction(ReplayedEntry entry, String row, String before) {
        String sentence = "%s (%s) speaks of %s and contradicts those before it: %s.";
        return new Difference(
                entry.number(),
                row,
                sentence.formatted(
                        ReplayedEntry.called(entry.number()), entry.code(), row, before));
    }

    /**
     * A row that somebody changed behind the ledger.
     *
     * @param last the entry that last spoke of it
     * @param what which of its values
     */
    public static Difference changed(
            @Nullable Long last,
            String row,
            String table,
            String what,
            String said,
            String stored) {
        String sentence =
                "%s leaves %s with the %s '%s', but the table %s holds '%s': it was changed"
                        + " without an entry.";
        return new Difference(
                last,
                row,
                sentence.formatted(ReplayedEntry.called(last), row, what, said, table, stored));
    }

    /** A row that somebody deleted behind the ledger. */
    public static Difference deleted(@Nullable Long last, String row, String table, String said) {
        String sentence =
                "%s leaves %s as '%s', but the table %s does not hold it: it was deleted without an"
                        + " entry.";
        return new Difference(
                last, row, sentence.formatted(ReplayedEntry.called(last), row, said, table));
    }

    /** A row that somebody put there behind the ledger. */
    public static Difference added(String row, String table, String stored) {
        String sentence =
                "No entry speaks of %s, but the table %s holds it as '%s': it was put there without"
                        + " an entry.";
        return new Difference(null, row, sentence.formatted(row, table, stored));
    }
}
