package city.dure.sources;

import city.dure.merchants.MerchantId;
import org.jspecify.annotations.Nullable;

/** A business because of which a run cannot be taken back. */
public record Dependent(
        String key, MerchantId business, String name, @Nullable String address, Why why) {
    /** What happened to it since. */
    public enum Why {
        /** It became a merchant. */
        MERCHANT,
        /** An owner has applied with it. */
        CLAIMED,
        /** A newer file changed it, or another list names it. */
        LISTED,
        /** Somebody changed it or decided about it. */
        CHANGED
    }
}
