package city.dure.finder;

import java.util.List;
import java.util.Locale;
import org.springframework.validation.Errors;

/**
 * What an official may decide about a business, and for which reasons; their codes stand in
 * entries.
 */
enum Decision {
    SUSPENSION("inspection", "misuse", "papers"),
    CLOSURE("business_ended", "owner_request", "wrong_entry"),
    RESUMPTION;

    private final List<String> reasons;

    Decision(String... reasons) {
        this.reasons = List.of(reasons);
    }

    /** Its place in links and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reasons there are; none where none is needed. */
    public List<String> reasons() {
        return reasons;
    }

    /** Refuses a form without one of the reasons. */
    void check(DecisionForm form, Errors errors) {
        if (!reasons.isEmpty() && !reasons.contains(form.why())) {
            errors.rejectValue("reason", "finder.reason.missing");
        }
    }
}
