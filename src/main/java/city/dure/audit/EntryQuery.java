package city.dure.audit;

import city.dure.ledger.EntryFilter;
import city.dure.ledger.LedgerKinds;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the ledger, as it stands in the address; may hold wrong input.
 *
 * @param role and
 * @param actor who acted: only the auditor is asked and heard
 * @param after the key of the page: entries below this number
 */
record EntryQuery(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String subject,
        @Nullable String role,
        @Nullable String actor,
        @Nullable String after) {
    EntryQuery {
        kind = trimmed(kind);
        day = trimmed(day);
        subject = trimmed(subject);
        role = trimmed(role);
        actor = trimmed(actor);
        after = trimmed(after);
    }

    /** Whether anything limits the list. */
    public boolean filtered() {
        return kind != null || day != null || subject != null || role != null || actor != null;
    }

    /** The same list from its beginning. */
    public String href(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        add(uri, "kind", kind);
        add(uri, "day", day);
        add(uri, "subject", subject);
        add(uri, "role", role);
        add(uri, "actor", actor);
        return uri.encode().toUriString();
    }

    /** Puts a sentence at each field that holds what cannot be looked for. */
    void check(LedgerKinds kinds, BindingResult errors) {
        if (kind != null && kinds.all().stream().noneMatch(each -> each.name().equals(kind))) {
            errors.rejectValue("kind", "audit.filter.kind.wrong");
        }
        if (day != null && dayOf(day) == null) {
            errors.rejectValue("day", "audit.filter.day.wrong");
        }
        if (subject != null && !Names.isRef(subject)) {
            errors.rejectValue("subject", "audit.filter.subject.wrong");
        }
        if (role != null && Role.of(role).isEmpty()) {
            errors.rejectValue("role", "audit.filter.role.wrong");
        }
        if (actor != null && !Names.isRef(actor)) {
            errors.rejectValue("actor", "audit.filter.actor.wrong");
        }
        if (after != null && !after.matches("[0-9]{1,18}")) {
            errors.rejectValue("after", "audit.filter.after.wrong");
        }
    }

    /** What everybody may look for. */
    EntryFilter forPublic(boolean includeClosed) {
        return new EntryFilter(null, null, subject, kind, dayOf(day), dayOf(day), includeClosed);
    }

    /** What the auditor may look for. */
    EntryFilter forAuditor() {
        return new EntryFilter(role, actor, subject, kind, dayOf(day), dayOf(day), true);
    }

    /** The number below which the page begins, if it is not the first. */
    @Nullable Long before() {
        return after == null ? null : Long.valueOf(after);
    }

    private static @Nullable LocalDate dayOf(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null) {
            uri.queryParam(name, value);
        }
    }
}
