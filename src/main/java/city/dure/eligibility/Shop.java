package city.dure.eligibility;

import city.dure.merchants.MerchantStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shop as rules see it.
 *
 * @param district its district's code; null when it lies in none
 * @param turnover what it declared last; null when it declared nothing
 * @param networks codes of the networks it belongs to
 */
record Shop(
        MerchantStatus status,
        String category,
        @Nullable String district,
        @Nullable Turnover turnover,
        Set<String> networks) {
    /** The same as a merchant. */
    Shop approved() {
        return new Shop(MerchantStatus.APPROVED, category, district, turnover, networks);
    }
}
