package city.dure.districts;

import city.dure.city.District;
import org.jspecify.annotations.Nullable;

/**
 * A district in a list.
 *
 * @param shops how many businesses lie in it, closed ones not counted
 */
record DistrictRow(District district, int shops) {
    boolean contains(@Nullable String text) {
        return text == null
                || district.name().contains(text.strip())
                || district.nameEn().toLowerCase().contains(text.strip().toLowerCase())
                || (district.code() + " " + district.ministryCode() + " " + district.kostatCode())
                        .contains(text.strip());
    }
}
