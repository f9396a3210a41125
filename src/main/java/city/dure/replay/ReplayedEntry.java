package city.dure.replay;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it was recorded.
 *
 * @param number null while it waits to be sealed
 * @param kind dotted, without the version
 * @param details strings, lists of strings and flat maps of strings, by keys in snake case
 */
public record ReplayedEntry(
        @Nullable Long number, String kind, int version, Map<String, Object> details) {
    /** Kind and version, such as {@code merchant.approved/1}. */
    public String code() {
        return kind + "/" + version;
    }

    /**
     * A text that every entry of the kind has.
     *
     * @throws IllegalArgumentException when this one has not
     */
    public String text(String key) {
        return details.get(key) instanceof String text ? text : fail(key);
    }

    /** A text that an entry of the kind may have. */
    public @Nullable String find(String key) {
        return details.containsKey(key) ? text(key) : null;
    }

    /**
     * A list that every entry of the kind has.
     *
     * @throws IllegalArgumentException when this one has not
     */
    public List<?> list(String key) {
        return details.get(key) instanceof List<?> list ? list : fail(key);
    }

    /**
     * A map that every entry of the kind has.
     *
     * @throws IllegalArgumentException when this one has not
     */
    public Map<?, ?> map(String key) {
        return details.get(key) instanceof Map<?, ?> map ? map : fail(key);
    }

    /** How sentences call an entry, at their beginning. */
    public static String called(@Nullable Long number) {
        return number == null ? "An entry that waits for its seal" : "Entry " + number;
    }

    private static <T> T fail(String key) {
        throw new IllegalArgumentException("its detail '" + key + "' is missing or malformed");
    }
}
