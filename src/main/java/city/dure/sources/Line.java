package city.dure.sources;

import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list beside what is known of its business.
 *
 * @param entry what the list said before; null when it names the business for the first time
 * @param business which one; null when it is known from nowhere
 * @param leader what the list says that counts for the business, where that is another one
 */
record Line(
        Listing says,
        @Nullable ListEntry entry,
        @Nullable MerchantId business,
        @Nullable ListEntry leader) {

    /** Whether the business follows this list. */
    boolean leads() {
        return leader == null;
    }
}
