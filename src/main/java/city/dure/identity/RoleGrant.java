package city.dure.identity;

import city.dure.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role that was asked for, and what became of it.
 *
 * @param until the last day on which it holds
 * @param decidedBy who granted or declined it; null while it waits
 * @param withdrawnBy who took it back; null unless somebody did
 */
public record RoleGrant(
        UUID id,
        AccountId account,
        Role role,
        LocalDate until,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        boolean granted,
        @Nullable String withdrawnBy) {
    /** Whether a second administrator has yet to decide. */
    public boolean waits() {
        return decidedBy == null;
    }
}
