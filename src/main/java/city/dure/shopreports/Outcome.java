package city.dure.shopreports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an official settled reports; the codes stand in entries. */
enum Outcome {
    /** It is as reported; what follows for the shop is decided on the shop's own pages. */
    CONFIRMED,
    /** It is as reported, and the shop was told to mend it. */
    WARNED,
    /** It could not be found to be so. */
    UNFOUNDED;

    /** Its place in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> of(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
