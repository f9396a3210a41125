package city.dure.finder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of businesses.
 *
 * @param count how many there are, counted no further than {@link #CAP}; -1 when not counted
 * @param first the link to the first part; null on the first part
 * @param next the link to the next part; null on the last
 */
record ShopList(List<ShopRow> rows, int count, @Nullable String first, @Nullable String next) {
    /** As far as is counted: nobody reads on, and counting on would take long. */
    static final int CAP = 1_000;

    /** Whether there are more than were counted. */
    public boolean more() {
        return count > CAP;
    }

    /** How many are told. */
    public int told() {
        return Math.min(count, CAP);
    }
}
