package city.dure.imports;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of an uploaded list.
 *
 * @param line the line of the file on which the row begins, the header standing on line 1; of JSON
 *     its number in the list, from 1
 * @param values the cells by {@link ImportColumn#name}, as {@link #clean} leaves them
 * @param sharing how many different things in the whole file carry this row's {@link
 *     RowCheck#shared} value, this one included; 0 where that is not counted yet or not asked for
 */
public record ImportRow(long line, Map<String, String> values, int sharing) {
    /** Blanks of any kind, no-break ones and line ends too. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000\\uFEFF]+");

    public ImportRow {
        values = Map.copyOf(values);
    }

    /** The cell of a column; empty text when it is blank or the list has no such column. */
    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    /**
     * As cells are cleaned: composed Hangul, and one blank where there were blanks or line ends.
     */
    public static String clean(String cell) {
        String composed = Normalizer.normalize(cell, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }
}
