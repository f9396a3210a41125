package city.dure.sources;

import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list says about one business.
 *
 * @param source the list, in the words of the officials
 * @param version counts what changed in it
 * @param run the import that wrote it last; null when that is not known
 */
record ListEntry(
        String source,
        MerchantId merchant,
        Stand stand,
        int version,
        @Nullable UUID run,
        Listing says) {

    /** The next version of it. */
    ListEntry next(Stand newStand, @Nullable UUID writer, Listing newWords) {
        return new ListEntry(source, merchant, newStand, version + 1, writer, newWords);
    }

    String key() {
        return says.key();
    }
}
