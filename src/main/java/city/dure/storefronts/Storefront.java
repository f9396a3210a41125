package city.dure.storefronts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says of itself.
 *
 * @param version counts the changes of its hours; 0 before the first
 * @param hours null while it has said nothing of them
 * @param openNow whether it is open now, by its hours
 * @param photos oldest first
 */
public record Storefront(
        int version, @Nullable OpeningHours hours, boolean openNow, List<Photo> photos) {
    /** A photo, with its size in pixels. */
    public record Photo(PhotoId id, int width, int height) {}
}
