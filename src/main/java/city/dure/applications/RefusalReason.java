package city.dure.applications;

import java.util.Locale;

/** Why an application is refused; the sentence and its article are the message of the code. */
public enum RefusalReason {
    EXCLUDED_CATEGORY,
    TURNOVER,
    NOT_IN_CITY,
    UNTRUE,
    NOT_THE_OWNER,
    PAPERS_MISSING;

    /** The code in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
