package city.dure.listings;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.Districts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the city's own category and district for what a list says. */
@Component
class Places {
    /** The category of what no category of the city is called. */
    private static final String OTHER = "other";

    private final City city;
    private final Districts districts;

    Places(City city, Districts districts) {
        this.city = city;
        this.districts = districts;
    }

    /** The category that the more exact words mean, else the other words, else “other”. */
    String category(String detail, String category) {
        return found(detail, category).map(Category::code).orElse(OTHER);
    }

    /** Whether the city knows a category for these words. */
    boolean knows(String detail, String category) {
        return found(detail, category).isPresent();
    }

    private Optional<Category> found(String detail, String category) {
        return city.categoryOf(detail).or(() -> city.categoryOf(category));
    }

    /** The district in which the place lies, or that one of the addresses names, if one does. */
    @Nullable String district(
            @Nullable Point point, @Nullable String roadAddress, @Nullable String lotAddress) {
        return districts
                .map()
                .place(point == null ? null : point.spot(), null, roadAddress, lotAddress);
    }
}
