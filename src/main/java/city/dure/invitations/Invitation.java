package city.dure.invitations;

import city.dure.identity.AccountId;
import java.time.Instant;
import java.util.UUID;

/**
 * A one-time link to an account.
 *
 * @param expiresAt from when it opens nothing
 */
public record Invitation(UUID id, AccountId account, Instant expiresAt, State state) {
    /** What became of a link. */
    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED;

        /** The code in message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
