package city.dure.consents;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * New words as typed, in both languages.
 *
 * @param operation makes it count once
 * @param version the version that was there when the form was opened; 0 for none
 */
record ConsentTextForm(
        UUID operation,
        int version,
        @Nullable String purpose,
        @Nullable String items,
        @Nullable String recipient,
        @Nullable String kept,
        @Nullable String refusal,
        @Nullable String purposeEn,
        @Nullable String itemsEn,
        @Nullable String recipientEn,
        @Nullable String keptEn,
        @Nullable String refusalEn) {
    private static final int LONGEST = 500;

    static ConsentTextForm of(ConsentWords ko, ConsentWords en, int version) {
        return new ConsentTextForm(
                UUID.randomUUID(),
                version,
                ko.purpose(),
                ko.items(),
                ko.recipient(),
                ko.kept(),
                ko.refusal(),
                en.purpose(),
                en.items(),
                en.recipient(),
                en.kept(),
                en.refusal());
    }

    /** The same as typed, on the version that holds now. */
    ConsentTextForm at(int present) {
        return of(ko(), en(), present);
    }

    void check(ConsentKind kind, Errors errors) {
        check("purpose", errors);
        check("items", errors);
        check("kept", errors);
        check("refusal", errors);
        if (kind == ConsentKind.PROVISION) {
            check("recipient", errors);
        }
    }

    ConsentWords ko() {
        return new ConsentWords(
                text(purpose), text(items), text(kept), text(refusal), text(recipient));
    }

    ConsentWords en() {
        return new ConsentWords(
                text(purposeEn), text(itemsEn), text(keptEn), text(refusalEn), text(recipientEn));
    }

    private static void check(String field, Errors errors) {
        check(field, errors, "");
        check(field, errors, "En");
    }

    private static void check(String field, Errors errors, String language) {
        String typed = text((String) errors.getFieldValue(field + language));
        if (typed.isEmpty()) {
            errors.rejectValue(field + language, "consents.words.missing");
        } else if (typed.length() > LONGEST) {
            errors.rejectValue(field + language, "consents.words.long");
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
