package city.dure.listings;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the city's own category and district for what a list says. */
@Component
class Places {
    /** The category of what no category of the city is called. */
    private static final String OTHER = "other";

    private final City city;

    Places(City city) {
        this.city = city;
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

    /** The district that one of the addresses names, if one does. */
    @Nullable String district(@Nullable String roadAddress, @Nullable String lotAddress) {
        return city.districtOf(Objects.requireNonNullElse(roadAddress, ""))
                .or(() -> city.districtOf(Objects.requireNonNullElse(lotAddress, "")))
                .map(District::code)
                .orElse(null);
    }
}
