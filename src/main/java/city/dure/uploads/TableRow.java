package city.dure.uploads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list.
 *
 * @param line the line of the file on which it begins, the first being 1
 * @param cells as they stand in the file
 * @param fault why it cannot be used; null when it can
 */
public record TableRow(long line, List<String> cells, @Nullable Fault fault) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
