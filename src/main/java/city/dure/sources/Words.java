package city.dure.sources;

import city.dure.merchants.Listing;
import java.util.List;

/**
 * What one list says about a business.
 *
 * @param contradicted the fields in which it contradicts the list that counts
 */
public record Words(
        String source, Stand stand, int version, Listing says, List<String> contradicted) {
    public Words {
        contradicted = List.copyOf(contradicted);
    }

    /** Whether the business follows this list. */
    public boolean leads() {
        return stand == Stand.LEADS;
    }
}
