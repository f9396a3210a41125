package city.dure.citizendesk;

import city.dure.citizens.Citizens;
import city.dure.personal.BirthDate;
import city.dure.personal.PersonName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What an official corrects of a citizen by a paper; what is left blank stays as it is.
 *
 * @param operation makes it count once
 * @param version of the citizen that was shown
 * @param since the day on which they moved to the district
 */
record CorrectionForm(
        UUID operation,
        int version,
        @Nullable String name,
        @Nullable String birth,
        @Nullable String district,
        @Nullable String since) {
    static CorrectionForm blank(int version) {
        return new CorrectionForm(UUID.randomUUID(), version, "", "", "", "");
    }

    /** The same as typed, on another version. */
    CorrectionForm at(int present) {
        return new CorrectionForm(operation, present, name, birth, district, since);
    }

    /**
     * Says at each field what cannot be kept of it.
     *
     * @param earliest the first day on which they can have moved in, by the birth date that is kept
     */
    void check(Errors errors, LocalDate today, LocalDate earliest) {
        if (!text(name).isEmpty() && newName().isEmpty()) {
            errors.rejectValue("name", "citizendesk.name.wrong");
        }
        if (!text(birth).isEmpty()) {
            checkBirth(errors, today);
        }
        if (!text(district).isEmpty() || !text(since).isEmpty()) {
            checkResidence(errors, today, newBirth().map(BirthDate::day).orElse(earliest));
        }
        if (!errors.hasErrors() && (text(name) + text(birth) + text(district)).isEmpty()) {
            errors.rejectValue("name", "citizendesk.correct.nothing");
        }
    }

    Optional<PersonName> newName() {
        return PersonName.read(text(name));
    }

    Optional<BirthDate> newBirth() {
        return BirthDate.read(text(birth));
    }

    Optional<String> newDistrict() {
        return Optional.of(text(district)).filter(code -> !code.isEmpty());
    }

    /** The day of moving in that was typed; empty when it is none. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(since)));
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }

    private void checkBirth(Errors errors, LocalDate today) {
        var read = newBirth();
        if (read.isEmpty() || !read.get().possibleOn(today)) {
            errors.rejectValue("birth", "citizendesk.birth.wrong");
        } else if (read.get().ageOn(today) < Citizens.YOUNGEST) {
            errors.rejectValue("birth", "citizendesk.correct.young");
        }
    }

    private void checkResidence(Errors errors, LocalDate today, LocalDate earliest) {
        if (newDistrict().isEmpty()) {
            errors.rejectValue("district", "citizendesk.correct.district");
        }
        var day = day();
        if (day.isEmpty() || day.get().isAfter(today)) {
            errors.rejectValue("since", "citizendesk.correct.since");
        } else if (day.get().isBefore(earliest)) {
            errors.rejectValue("since", "citizendesk.correct.since.early");
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** What is kept of people stands in no log. */
    @Override
    public String toString() {
        return "CorrectionForm[" + operation + "]";
    }
}
