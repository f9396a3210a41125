package city.dure.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says by itself, before it is compared with anything.
 *
 * @param refusals why it cannot be used; empty when it can
 * @param key what makes two rows of this file, or of a newer one of the same list, the same thing;
 *     of several only the first is handed on, the others are told as taken once
 * @param shared a value that many rows may carry, such as a point on the map; null when there is
 *     nothing to count
 * @param sharer what carries it, such as the address: the file's different sharers of each value
 *     are counted, see {@link ImportRow#sharing}
 */
public record RowCheck(
        List<RowNote> refusals,
        @Nullable String key,
        @Nullable String shared,
        @Nullable String sharer) {
    public RowCheck {
        refusals = List.copyOf(refusals);
    }

    /** The row cannot be used. */
    public static RowCheck refused(List<RowNote> reasons) {
        return new RowCheck(reasons, null, null, null);
    }

    /** The row can be used. */
    public static RowCheck sound(String key) {
        return new RowCheck(List.of(), key, null, null);
    }

    /** The same, with a value whose sharers are to be counted over the file. */
    public RowCheck sharing(String value, String by) {
        return new RowCheck(refusals, key, value, by);
    }
}
