package city.dure.shopreports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened when somebody wanted to pay: the law forbids shops to refuse local currency and to
 * treat who pays with it worse than who pays cash. The codes stand in entries.
 */
enum Refusal {
    /** The currency was not taken. */
    NOT_TAKEN,
    /** It would have cost more. */
    SURCHARGE,
    /** A discount, points or the cash receipt was not given. */
    WORSE;

    /** Its place in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Refusal> of(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
