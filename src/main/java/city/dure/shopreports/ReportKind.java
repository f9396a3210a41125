package city.dure.shopreports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a citizen reports about a shop; the codes stand in entries. */
enum ReportKind {
    /** It is out of business. */
    CLOSED,
    /** It refuses the currency, or treats who pays with it worse than who pays cash. */
    REFUSES;

    /** Its place in links and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How officials may settle it. */
    public List<Outcome> outcomes() {
        return this == REFUSES
                ? List.of(Outcome.CONFIRMED, Outcome.WARNED, Outcome.UNFOUNDED)
                : List.of(Outcome.CONFIRMED, Outcome.UNFOUNDED);
    }

    static Optional<ReportKind> of(@Nullable String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
