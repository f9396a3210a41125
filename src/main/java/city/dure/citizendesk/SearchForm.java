package city.dure.citizendesk;

import city.dure.lookups.LookupReason;
import city.dure.lookups.Search;
import city.dure.personal.BirthDate;
import city.dure.personal.CardCode;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Whom an official looks for, as typed, and why.
 *
 * @param phone a whole number, or the last four digits of it
 * @param card the whole number of a prepaid card
 */
record SearchForm(
        @Nullable String reason,
        @Nullable String phone,
        @Nullable String name,
        @Nullable String birth,
        @Nullable String card) {
    private static final String END = "[0-9]{4}";

    static SearchForm blank() {
        return new SearchForm("", "", "", "", "");
    }

    Optional<LookupReason> given() {
        return LookupReason.of(text(reason));
    }

    /** Says at each field what is missing or wrong. */
    void check(Errors errors) {
        if (given().isEmpty()) {
            errors.rejectValue("reason", "citizendesk.reason.missing");
        }
        if (!text(phone).isEmpty() && !isEnd() && Phone.read(text(phone)).isEmpty()) {
            errors.rejectValue("phone", "citizendesk.phone.wrong");
        }
        if (!text(birth).isEmpty() && BirthDate.read(text(birth)).isEmpty()) {
            errors.rejectValue("birth", "citizendesk.birth.wrong");
        }
        boolean named = PersonName.read(text(name)).isPresent();
        if (!named && !text(name).isEmpty()) {
            errors.rejectValue("name", "citizendesk.name.wrong");
        }
        if (!text(card).isEmpty() && typedCard().isEmpty()) {
            errors.rejectValue("card", "citizendesk.card.wrong");
        }
        boolean enough =
                typedCard().isPresent()
                        || Phone.read(text(phone)).isPresent()
                        || named && (isEnd() || !text(birth).isEmpty());
        if (!enough && !errors.hasErrors()) {
            errors.rejectValue("name", "citizendesk.search.missing");
        }
    }

    /** The card that was typed; it alone is looked for then. */
    Optional<CardCode> typedCard() {
        return CardCode.read(text(card));
    }

    /** What else was typed, once checked. */
    Search search() {
        return new Search(
                Phone.read(text(phone)).orElse(null),
                PersonName.read(text(name)).orElse(null),
                isEnd() ? text(phone) : null,
                BirthDate.read(text(birth)).orElse(null));
    }

    private boolean isEnd() {
        return text(phone).matches(END);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Whom somebody looks for stands in no log. */
    @Override
    public String toString() {
        return "SearchForm[" + reason + "]";
    }
}
