package city.dure.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the row report tells about one cell: why the row was refused, what was done with it, or how
 * it changes what is there.
 *
 * @param column {@link ImportColumn#name}; empty when it concerns the whole row
 * @param value the cell as it stands in the file
 * @param reasonKey message key of the reason
 * @param args what its placeholders stand for; never a value of a person
 * @param before what is there before; null where nothing changes
 */
public record RowNote(
        String column, String value, String reasonKey, List<String> args, @Nullable String before) {
    private static final int LONGEST_VALUE = 200;

    public RowNote {
        args = List.copyOf(args);
    }

    /** A note that tells no change. */
    public RowNote(String column, String value, String reasonKey, List<String> args) {
        this(column, value, reasonKey, args, null);
    }

    RowNote shortened() {
        return new RowNote(
                column,
                shortened(value),
                reasonKey,
                args.stream().map(RowNote::shortened).toList(),
                before == null ? null : shortened(before));
    }

    /** The same without what stands in the row, or is there before. */
    RowNote withoutValue() {
        return before == null
                ? new RowNote(column, "", reasonKey, args)
                : new RowNote(column, "", "imports.note.differs", List.of());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** How a row changes what is there; empty text where there is nothing. */
    public static RowNote change(String column, String before, String after) {
        String key = before.isEmpty() ? "imports.note.added" : "imports.note.changed";
        return new RowNote(column, after, key, List.of(before), before);
    }

    /** A note on the value of one column. */
    public static RowNote on(ImportRow row, String column, String reasonKey, String... args) {
        return new RowNote(column, row.get(column), reasonKey, List.of(args));
    }
}
