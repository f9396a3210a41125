package city.dure.web;

import java.io.Serializable;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sentence at the top of the next page about what has just been done; hand it over as {@code
 * redirect.addFlashAttribute("flash", Flash.success(…))}.
 *
 * @param kind {@code success}, {@code info}, {@code warning} or {@code error}
 * @param key the message
 * @param arguments what the message is filled with
 * @param entry the ledger entry of what was done, shown with its number once it has one
 * @param number that number, when it was known before the page was left
 */
public record Flash(
        String kind,
        String key,
        List<String> arguments,
        @Nullable UUID entry,
        @Nullable Long number)
        implements Serializable {
    /** What was asked for has been done. */
    public static Flash success(String key, Object... arguments) {
        return of("success", key, arguments);
    }

    /** Something worth knowing. */
    public static Flash info(String key, Object... arguments) {
        return of("info", key, arguments);
    }

    /** Done, but something needs attention. */
    public static Flash warning(String key, Object... arguments) {
        return of("warning", key, arguments);
    }

    /** Not done. */
    public static Flash error(String key, Object... arguments) {
        return of("error", key, arguments);
    }

    /** The same sentence with a link to its entry in the ledger. */
    public Flash withEntry(UUID entry) {
        return new Flash(kind, key, arguments, entry, null);
    }

    /** The same sentence with the number that its entry got. */
    public Flash withNumber(long number) {
        return new Flash(kind, key, arguments, entry, number);
    }

    private static Flash of(String kind, String key, Object... arguments) {
        var texts = Arrays.stream(arguments).map(Flash::written).toList();
        return new Flash(kind, key, List.copyOf(texts), null, null);
    }

    private static String written(Object argument) {
        return argument instanceof Number number
                ? NumberFormat.getInstance(Locale.KOREA).format(number)
                : argument.toString();
    }
}
