package city.dure.review;

import city.dure.applications.Reviews.Wanted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What an officer does about an application; each button's form fills its own fields.
 *
 * @param version the version the page showed
 * @param view why the applicant is viewed, as a code
 * @param wanted what is asked for, as codes
 * @param wantedNote what the applicant reads besides
 * @param outcome of an objection: {@code approval} or {@code refusal}
 * @param refusal why it is refused, as a code
 * @param refusalNote what the applicant reads besides
 */
record DecisionForm(
        UUID operation,
        int version,
        @Nullable String view,
        @Nullable List<String> wanted,
        @Nullable String wantedNote,
        @Nullable String outcome,
        @Nullable String refusal,
        @Nullable String refusalNote) {
    private static final int LONGEST = 1000;

    static DecisionForm blank() {
        return new DecisionForm(UUID.randomUUID(), 0, null, null, null, null, null, null);
    }

    /** An id for one button; each has its own. */
    public UUID mint() {
        return UUID.randomUUID();
    }

    boolean asks(Wanted thing) {
        return wanted != null && wanted.contains(thing.code());
    }

    static String note(@Nullable String note) {
        return note == null ? "" : note.strip();
    }

    static void checkLength(String field, @Nullable String note, Errors errors) {
        if (note(note).length() > LONGEST) {
            errors.rejectValue(field, "review.note.long");
        }
    }
}
