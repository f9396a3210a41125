package city.dure.sources;

import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * How a run found what it changed.
 *
 * @param merchantVersion the version of the business that the run left
 * @param entryVersion the same of what the list says
 * @param merchant the business before; null when the run brought it, or left it as it was
 * @param entry what the list said before; null when it had not named the business
 */
record Image(
        String key,
        MerchantId business,
        What what,
        int merchantVersion,
        int entryVersion,
        Listing.@Nullable Before merchant,
        @Nullable ListEntry entry) {

    /** What the run did. */
    enum What {
        ADDED,
        CHANGED,
        GONE,
        NAMED
    }
}
