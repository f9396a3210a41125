package city.dure.payments;

import city.dure.shared.TypedWon;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Reads an amount of a form, or says at its field what is wrong with it. */
final class Amount {
    private Amount() {}

    /** The amount in won, or nothing with a sentence at the field {@code amount}. */
    static OptionalLong read(@Nullable String typed, Errors errors) {
        OptionalLong won = TypedWon.read(typed);
        if (won.isEmpty()) {
            errors.rejectValue("amount", TypedWon.fault(typed));
        }
        return won;
    }

    /** Where sentences about a form are gathered that was sent by GET. */
    static BeanPropertyBindingResult errors(AmountForm form) {
        return new BeanPropertyBindingResult(form, "form");
    }
}
