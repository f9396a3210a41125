package city.dure.people;

import static java.util.Objects.requireNonNullElse;

import city.dure.identity.RoleGrant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which colleagues a list shows, as it stands in the link.
 *
 * @param q part of a name
 * @param role the code of a role held or asked for, or {@link #WAITING}
 */
record StaffFilter(@Nullable String q, @Nullable String role) {
    /** Whoever has a role that waits for its second administrator. */
    static final String WAITING = "waiting";

    /** Whether anything narrows the list. */
    public boolean narrow() {
        return !(q() + role()).isEmpty();
    }

    /** The link to the first part of this list on a page. */
    public String href(String path) {
        return !narrow()
                ? path
                : UriComponentsBuilder.fromPath(path)
                        .queryParam("q", "{q}")
                        .queryParam("role", "{role}")
                        .encode()
                        .buildAndExpand(q(), role())
                        .toUriString();
    }

    boolean shows(Staff.Member member) {
        return lower(member.name()).contains(lower(q()))
                && (role().isEmpty() || member.roles().stream().anyMatch(this::asked));
    }

    private boolean asked(RoleGrant grant) {
        return role().equals(WAITING) ? grant.waits() : grant.role().code().equals(role());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String q() {
        return requireNonNullElse(q, "").strip();
    }

    @Override
    public String role() {
        return requireNonNullElse(role, "");
    }
}
