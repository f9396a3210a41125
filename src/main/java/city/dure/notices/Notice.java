package city.dure.notices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param key of a message that every language has
 * @param arguments what it is filled with; nothing personal
 * @param href the path of the page it is about; null for none
 */
public record Notice(String key, List<String> arguments, @Nullable String href) {
    /** A notice about a page. */
    public static Notice of(String key, String href, String... arguments) {
        return new Notice(key, List.of(arguments), href);
    }
}
