package city.dure.sources;

import city.dure.merchants.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a list did, or would do.
 *
 * @param leading the list that counts for the business where it is another one; else null
 * @param contradicted the fields in which this line contradicts it, undecided yet
 */
public record LineEffect(
        Listing.Effect effect, @Nullable String leading, List<String> contradicted) {
    public LineEffect {
        contradicted = List.copyOf(contradicted);
    }
}
