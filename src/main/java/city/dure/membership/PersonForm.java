package city.dure.membership;

import city.dure.citizens.Citizens;
import city.dure.citizens.NewCitizen;
import city.dure.citizens.Profile;
import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Personal;
import city.dure.personal.Phone;
import city.dure.personal.PostalAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A person as typed.
 *
 * @param operation makes it count once
 * @param version of the citizen that was shown; 0 for who joins
 * @param since the day on which they moved to the district
 */
record PersonForm(
        UUID operation,
        int version,
        @Nullable String name,
        @Nullable String birth,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String district,
        @Nullable String since,
        @Nullable String address) {
    static PersonForm blank() {
        return new PersonForm(UUID.randomUUID(), 0, "", "", "", "", "", "", "");
    }

    static PersonForm of(Profile profile, int version) {
        return new PersonForm(
                UUID.randomUUID(),
                version,
                profile.name().plain(),
                profile.birth().plain(),
                plain(profile.email()),
                plain(profile.phone()),
                "",
                "",
                plain(profile.address()));
    }

    /** The same as typed, on the version that holds now. */
    PersonForm at(int present) {
        return new PersonForm(
                operation, present, name, birth, email, phone, district, since, address);
    }

    /** Says at each field what cannot be kept of it. */
    void check(Errors errors, LocalDate today) {
        missing(errors, "name", name, PersonName::read);
        checkBirth(errors, today);
        missing(errors, "email", email, EmailAddress::read);
        wrong(errors, "phone", phone, Phone::read);
        wrong(errors, "address", address, PostalAddress::read);
    }

    /** Says at its field why somebody cannot have moved there on that day. */
    void checkSince(Errors errors, LocalDate today, LocalDate earliest) {
        var day = day();
        if (day.isEmpty()) {
            errors.rejectValue("since", "membership.since.missing");
        } else if (day.get().isAfter(today)) {
            errors.rejectValue("since", "membership.since.future");
        } else if (day.get().isBefore(earliest)) {
            errors.rejectValue("since", "membership.since.early");
        }
    }

    /** What was typed, once checked. */
    NewCitizen newCitizen() {
        return new NewCitizen(profile(), text(district), day().orElseThrow());
    }

    /** What was typed about the person, once checked. */
    Profile profile() {
        return new Profile(
                PersonName.read(text(name)).orElseThrow(),
                BirthDate.read(text(birth)).orElseThrow(),
                EmailAddress.read(text(email)).orElseThrow(),
                Phone.read(text(phone)).orElse(null),
                PostalAddress.read(text(address)).orElse(null));
    }

    /** The day of moving in that was typed; empty when it is none. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text(since)));
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }

    /** The day of birth that was typed; empty when it is none. */
    Optional<LocalDate> born() {
        return BirthDate.read(text(birth)).map(BirthDate::day);
    }

    private void checkBirth(Errors errors, LocalDate today) {
        var read = BirthDate.read(text(birth));
        if (read.isEmpty()) {
            errors.rejectValue("birth", "membership.birth.missing");
        } else if (!read.get().possibleOn(today)) {
            errors.rejectValue("birth", "membership.birth.impossible");
        } else if (read.get().ageOn(today) < Citizens.YOUNGEST) {
            errors.rejectValue("birth", "membership.birth.young");
        }
    }

    private static void missing(
            Errors errors,
            String field,
            @Nullable String typed,
            Function<String, Optional<? extends Personal>> reader) {
        if (text(typed).isEmpty()) {
            errors.rejectValue(field, "membership." + field + ".missing");
        } else {
            wrong(errors, field, typed, reader);
        }
    }

    private static void wrong(
            Errors errors,
            String field,
            @Nullable String typed,
            Function<String, Optional<? extends Personal>> reader) {
        if (!text(typed).isEmpty() && reader.apply(text(typed)).isEmpty()) {
            errors.rejectValue(field, "membership." + field + ".wrong");
        }
    }

    private static String plain(@Nullable Personal value) {
        return value == null ? "" : value.plain();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** What somebody typed about themselves stands in no log. */
    @Override
    public String toString() {
        return "PersonForm[" + operation + "]";
    }
}
