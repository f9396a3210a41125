package city.dure.shopmap;

import static java.util.Objects.requireNonNullElse;

import city.dure.merchants.MerchantSummary;
import city.dure.shared.Spot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Where a business is, as an official found out.
 *
 * @param operation makes it count once
 * @param version the version of the business that was shown
 * @param latitude as typed, or as the map wrote it
 */
record PlaceForm(
        UUID operation, int version, @Nullable String latitude, @Nullable String longitude) {
    private static final String NUMBER = "\\d{1,3}(\\.\\d{1,15})?";

    static PlaceForm of(MerchantSummary merchant) {
        Spot spot = merchant.business().spot();
        return new PlaceForm(
                UUID.randomUUID(),
                merchant.version(),
                spot == null ? "" : String.valueOf(spot.latitude()),
                spot == null ? "" : String.valueOf(spot.longitude()));
    }

    /** The same as typed, on the version that holds now. */
    PlaceForm at(int present) {
        return new PlaceForm(operation, present, latitude, longitude);
    }

    void check(Errors errors) {
        if (!number(latitude)) {
            errors.rejectValue("latitude", "shopmap.place.latitude.wrong");
        }
        if (!number(longitude)) {
            errors.rejectValue("longitude", "shopmap.place.longitude.wrong");
        }
        if (!errors.hasErrors() && !spot().inKorea()) {
            refuse(errors);
        }
    }

    Spot spot() {
        return new Spot(Double.parseDouble(text(latitude)), Double.parseDouble(text(longitude)));
    }

    private void refuse(Errors errors) {
        var swapped = new Spot(spot().longitude(), spot().latitude());
        if (swapped.inKorea()) {
            errors.rejectValue("latitude", "shopmap.place.swapped");
        } else if (new Spot(37, spot().longitude()).inKorea()) {
            errors.rejectValue("latitude", "shopmap.place.latitude.wrong");
        } else {
            errors.rejectValue("longitude", "shopmap.place.longitude.wrong");
        }
    }

    private static boolean number(@Nullable String typed) {
        return text(typed).matches(NUMBER);
    }

    private static String text(@Nullable String typed) {
        return requireNonNullElse(typed, "").strip();
    }
}
