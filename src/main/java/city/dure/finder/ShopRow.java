package city.dure.finder;

import org.jspecify.annotations.Nullable;

/**
 * A business in a list.
 *
 * @param statusKind how its state is coloured
 */
public record ShopRow(
        String ref,
        String name,
        String category,
        String district,
        String address,
        @Nullable String phone,
        String status,
        String statusKind) {}
