package city.dure.lookups;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an official looks at a citizen; the citizen reads it. */
public enum LookupReason {
    /** The person asks for something. */
    REQUEST,
    /** To check at a desk who they are. */
    VERIFICATION,
    /** To correct what is kept, as they asked. */
    CORRECTION,
    /** About a payment or a balance. */
    PAYMENT,
    /** A suspicion of fraud is looked into. */
    INVESTIGATION;

    /** The code in entries, forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a code, if there is one. */
    public static Optional<LookupReason> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
