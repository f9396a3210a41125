package city.dure.uploads;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list.
 *
 * @param line the line of the file on which it begins, the first being 1; of JSON its number in the
 *     list, from 1
 * @param cells as they stand in the file
 * @param nested the places, from 0, where an object or a list stands instead of a value
 * @param fault why it cannot be used; null when it can
 */
public record TableRow(long line, List<String> cells, Set<Integer> nested, @Nullable Fault fault) {
    public TableRow {
        cells = List.copyOf(cells);
        nested = Set.copyOf(nested);
    }

    /** A row of nothing but values. */
    public TableRow(long line, List<String> cells, @Nullable Fault fault) {
        this(line, cells, Set.of(), fault);
    }

    /** Whether there is nothing in it. */
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
