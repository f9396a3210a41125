package city.dure.imports;

import java.util.List;

/**
 * What the row report tells about one cell: why the row was refused, or what was done with it.
 *
 * @param column {@link ImportColumn#name}; empty when it concerns the whole row
 * @param value the cell as it stands in the file
 * @param reasonKey message key of the reason
 * @param args what its placeholders stand for
 */
public record RowNote(String column, String value, String reasonKey, List<String> args) {
    public RowNote {
        args = List.copyOf(args);
    }

    /** A note on the value of one column. */
    public static RowNote on(ImportRow row, String column, String reasonKey, String... args) {
        return new RowNote(column, row.get(column), reasonKey, List.of(args));
    }
}
