package city.dure.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key.
 *
 * @param rows the rows of this page, in order
 * @param next the key after which the next page begins; null on the last page
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    public Page {
        rows = List.copyOf(rows);
    }
}
