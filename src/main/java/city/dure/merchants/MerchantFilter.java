package city.dure.merchants;

import java.util.Set;

/**
 * Which businesses somebody looks for; empty text and an empty set stand for any.
 *
 * @param text part of a name or address, in any spelling
 * @param category a category code
 * @param district a district code
 */
public record MerchantFilter(
        String text, String category, String district, Set<MerchantStatus> statuses) {
    public MerchantFilter {
        statuses = Set.copyOf(statuses);
    }
}
