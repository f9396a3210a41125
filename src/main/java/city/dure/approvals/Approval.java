package city.dure.approvals;

import city.dure.identity.AccountId;
import city.dure.shared.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked a second person to approve.
 *
 * @param id the id of what was asked for
 * @param action what it would do, such as {@code role.grant}
 * @param href the page that owns the matter
 * @param role whose holders may approve it
 * @param about whose account it is about; null when it is about nobody's
 * @param mark the mark of what exactly was asked for; null where it was asked before there were any
 * @param expiresAt the first moment at which nobody can approve it any more
 * @param decidedBy who approved, declined or took it back; null while nobody did
 */
public record Approval(
        UUID id,
        String action,
        String href,
        Role role,
        @Nullable AccountId about,
        @Nullable String mark,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,
        @Nullable String decidedBy) {
    /** Whether somebody approved, declined or took it back. */
    public boolean decided() {
        return decidedBy != null;
    }

    /** Whether a second person can still decide at a moment. */
    public boolean waits(Instant now) {
        return !decided() && now.isBefore(expiresAt);
    }

    /** Whether nobody decided in time. */
    public boolean expired(Instant now) {
        return !decided() && !now.isBefore(expiresAt);
    }
}
