package city.dure.shared;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them. */
public final class TypedWon {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,3}");

    /** What is wrong with an amount; the first that fits is told. */
    private record Fault(Pattern pattern, String code) {}

    private static final List<Fault> FAULTS =
            List.of(
                    new Fault(Pattern.compile(""), "missing"),
                    new Fault(Pattern.compile("[-−].*"), "negative"),
                    new Fault(Pattern.compile("[0,]+"), "zero"),
                    new Fault(Pattern.compile(".*[십백천만억].*"), "words"),
                    new Fault(Pattern.compile("[\\d,]+\\.\\d*"), "decimals"),
                    new Fault(Pattern.compile(".*[^\\d,].*"), "letters"),
                    new Fault(Pattern.compile("(\\d,?){11,}"), "long"));

    private TypedWon() {}

    /**
     * The whole won of {@code 12000} or {@code 12,000}, with blanks or 원 around it; nothing for
     * what is 0, has a sign, a decimal point, other letters or commas elsewhere, or more than ten
     * digits.
     */
    public static OptionalLong read(@Nullable String typed) {
        String text = bare(typed);
        if (!DIGITS.matcher(text).matches() && !GROUPED.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long amount = Long.parseLong(text.replace(",", ""));
        return amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty();
    }

    /** The message that says what is wrong with what {@link #read} does not take. */
    public static String fault(@Nullable String typed) {
        String text = bare(typed);
        return "web.amount."
                + FAULTS.stream()
                        .filter(fault -> fault.pattern().matcher(text).matches())
                        .map(Fault::code)
                        .findFirst()
                        .orElse("commas");
    }

    private static String bare(@Nullable String typed) {
        return (typed == null ? "" : typed).strip().replaceFirst("\\s*원$", "");
    }
}
