package city.dure.listings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the city's own category and district for what a list says. */
@Component
class Places {
    String category(String detail, String category) {
        return "other";
    }

    @Nullable String district(String roadAddress, String lotAddress) {
        return null;
    }
}
