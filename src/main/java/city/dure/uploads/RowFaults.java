package city.dure.uploads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a row cannot be used, whatever its cells mean. */
record RowFaults(TableShape shape) {
    /** Longer than any honest cell of a list; in characters. */
    private static final int LONGEST_CELL = 10_000;

    @Nullable Fault of(long line, List<String> cells) {
        if (cells.size() != shape.columns()) {
            String key = cells.size() > shape.columns() ? "row.more" : "row.fewer";
            return Fault.of(key, shape.columns(), cells.size());
        }
        for (String cell : cells) {
            Fault fault = of(line, cell);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable Fault of(long line, String cell) {
        if (cell.indexOf('\0') >= 0) {
            return Fault.of("row.nul");
        }
        if (cell.indexOf('\uFFFD') >= 0) {
            return Fault.of("row.broken");
        }
        if (cell.length() > LONGEST_CELL) {
            return Fault.of("row.long", cell.length(), LONGEST_CELL);
        }
        long ends = shape.isJson() ? 0 : LineCounter.endsIn(cell);
        return ends > 0 && swallowedRows(cell, ends)
                ? Fault.of("row.swallowed", line, line + ends)
                : null;
    }

    /**
     * Whether a cell of several lines holds as many delimiters as the rows would that a stray pair
     * of quotation marks has made one cell.
     */
    private boolean swallowedRows(String cell, long ends) {
        long delimiters = cell.chars().filter(c -> c == shape.delimiter()).count();
        return shape.columns() > 1 && delimiters >= ends * (shape.columns() - 1);
    }
}
