package city.dure.sources;

import city.dure.merchants.MerchantId;
import java.util.Set;

/**
 * Businesses that somebody is about to take over: a bean of a module above, which nothing here
 * knows.
 */
public interface Claims {
    /** Those with an application that is not decided yet. */
    Set<MerchantId> claimed();
}
