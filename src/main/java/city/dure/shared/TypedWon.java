package city.dure.shared;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them. */
public final class TypedWon {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,3}");

    private TypedWon() {}

    /**
     * The whole won of {@code 12000} or {@code 12,000}, with blanks or 원 around it; nothing for
     * what is 0, has a sign, a decimal point, other letters or commas elsewhere, or more than ten
     * digits.
     */
    public static OptionalLong read(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        text = text.endsWith("원") ? text.substring(0, text.length() - 1).strip() : text;
        if (!DIGITS.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long amount = Long.parseLong(text.replace(",", ""));
        return amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty();
    }
}
