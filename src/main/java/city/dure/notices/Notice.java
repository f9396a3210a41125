package city.dure.notices;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What somebody is told.
 *
 * @param key of a message that every language has
 * @param arguments what it is filled with; nothing personal
 * @param href the path of the page it is about; null for none
 */
public record Notice(String key, List<String> arguments, @Nullable String href) {
    private static final Pattern WORD = Pattern.compile("#\\{([\\w.-]+)}");

    /** An argument that is a message itself, and so speaks the reader's language. */
    public static String word(String key) {
        return "#{" + key + "}";
    }

    /** The arguments as messages take them. */
    public Object[] filling() {
        return arguments.stream().map(Notice::said).toArray();
    }

    private static Object said(String argument) {
        var word = WORD.matcher(argument);
        return word.matches()
                ? new DefaultMessageSourceResolvable(new String[] {word.group(1)}, argument)
                : argument;
    }

    /** A notice about a page. */
    public static Notice of(String key, String href, String... arguments) {
        return new Notice(key, List.of(arguments), href);
    }
}
