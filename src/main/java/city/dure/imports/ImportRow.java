package city.dure.imports;

import java.util.Map;

/**
 * One row of an uploaded list.
 *
 * @param line the line of the file on which the row begins; the header stands on line 1
 * @param values the cells by {@link ImportColumn#name}, composed (NFC) and without blanks around
 *     them, otherwise as they stand in the file
 * @param sharing how many different things in the whole file carry this row's {@link
 *     RowCheck#shared} value, this one included; 0 where that is not counted yet or not asked for
 */
public record ImportRow(long line, Map<String, String> values, int sharing) {
    public ImportRow {
        values = Map.copyOf(values);
    }

    /** The cell of a column; empty text when it is blank or the list has no such column. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }
}
