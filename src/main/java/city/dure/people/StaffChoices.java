package city.dure.people;

import city.dure.identity.Roles;
import city.dure.shared.Role;
import city.dure.web.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Which role may be asked for, and until when; says at the field what cannot be. */
@Component
class StaffChoices {
    private final Staff staff;
    private final MessageSource messages;

    StaffChoices(Staff staff, MessageSource messages) {
        this.staff = staff;
        this.messages = messages;
    }

    List<Option> roles() {
        var language = LocaleContextHolder.getLocale();
        return staff.grantable().stream()
                .map(role ->
                        new Option(
                                role.code(),
                                messages.getMessage(
                                        "permissions.role." + role.code(), null, language)))
                .toList();
    }

    /** The role of a code; null, with an error at the field, where it cannot be asked for. */
    @Nullable Role role(@Nullable String code, Errors errors) {
        Role role = Role.of(String.valueOf(code)).orElse(null);
        if (role == null || !staff.grantable().contains(role)) {
            reject(errors, "role", "people.staff.role.missing");
            return null;
        }
        return role;
    }

    /** The last day that was typed; null, with an error at the field, where it cannot be. */
    @Nullable LocalDate until(@Nullable String typed, Errors errors) {
        LocalDate until = day(typed);
        if (until == null || until.isBefore(staff.today()) || until.isAfter(longest())) {
            reject(errors, "until", "people.staff.until.wrong");
            return null;
        }
        return until;
    }

    /** The last day that a role asked for today can have. */
    LocalDate longest() {
        return staff.today().plusMonths(Roles.MOST_MONTHS);
    }

    static void reject(Errors errors, String field, String message) {
        if (!errors.hasFieldErrors(field)) {
            errors.rejectValue(field, message);
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null; // told at the field
        }
    }
}
