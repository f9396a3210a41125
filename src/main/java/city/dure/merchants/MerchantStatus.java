package city.dure.merchants;

import java.util.EnumSet;
import java.util.Set;

/** Where a business stands with the city's currency. */
public enum MerchantStatus {
    /** On an open list; does not accept the currency. */
    LISTED,
    /** A merchant that accepts the currency. */
    APPROVED,
    /** A merchant that must not accept it for now. */
    SUSPENDED,
    /** Out of business or out of the scheme; not in the finder. */
    CLOSED;

    /** Whether a business may go from here to there. */
    boolean canBecome(MerchantStatus next) {
        return nextOnes().contains(next);
    }

    /** The code in entries, links and message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private Set<MerchantStatus> nextOnes() {
        return switch (this) {
            case LISTED -> EnumSet.of(APPROVED, CLOSED);
            case APPROVED -> EnumSet.of(SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(APPROVED, CLOSED);
            case CLOSED -> EnumSet.of(LISTED);
        };
    }
}
