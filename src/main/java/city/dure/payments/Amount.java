package city.dure.payments;

import city.dure.shared.TypedWon;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Says what is wrong with an amount as typed; what is right with it, {@link TypedWon} says. */
final class Amount {
    private static final String UNKNOWN = "commas";

    /** What is wrong with it; the first that fits is told. */
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

    private Amount() {}

    /** The amount in won, or nothing with a sentence at the field {@code amount}. */
    static OptionalLong read(@Nullable String typed, Errors errors) {
        OptionalLong won = TypedWon.read(typed);
        if (won.isEmpty()) {
            errors.rejectValue("amount", "payments.amount." + fault(typed == null ? "" : typed));
        }
        return won;
    }

    private static String fault(String typed) {
        String text = typed.strip().replaceFirst("\\s*원$", "");
        return FAULTS.stream()
                .filter(fault -> fault.pattern().matcher(text).matches())
                .map(Fault::code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Where sentences about a form are gathered that was sent by GET. */
    static BeanPropertyBindingResult errors(AmountForm form) {
        return new BeanPropertyBindingResult(form, "form");
    }
}
