package city.dure.merchants;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list says about one business.
 *
 * @param key by which the same business is found again in a newer list; at most 64 characters
 * @param closed whether the list says that it is out of business
 * @param closedOn since when, where the list says so
 */
public record Listing(
        String key, Business business, boolean closed, @Nullable LocalDate closedOn) {}
