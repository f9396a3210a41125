package city.dure.merchants;

import city.dure.shared.Spelling;
import city.dure.shared.Spot;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The public facts of a business.
 *
 * @param category the city's category code
 * @param categoryText the category as the list or the owner wrote it
 * @param district the city's district code, when the address lies in one
 * @param phone as written, also without an area code
 * @param latitude WGS84, given together with the longitude or not at all
 */
@Embeddable
public record Business(
        String name,
        String category,
        @Nullable String categoryText,
        @Nullable String district,
        @Nullable String roadAddress,
        @Nullable String lotAddress,
        @Nullable String postcode,
        @Nullable String phone,
        @Nullable Double latitude,
        @Nullable Double longitude) {
    private static final int SEARCHED_AT_MOST = 520;

    /** A business of which no more is known than its form asks. */
    public static Business of(
            String name, String category, @Nullable String district, String roadAddress) {
        return new Business(
                name, category, null, district, roadAddress, null, null, null, null, null);
    }

    /** The address to show: the road address where there is one. */
    public @Nullable String address() {
        return roadAddress != null ? roadAddress : lotAddress;
    }

    /** Name and addresses in one spelling, as they are searched. */
    String searchText() {
        String text =
                Spelling.of(name)
                        + " "
                        + Spelling.of(Objects.requireNonNullElse(roadAddress, ""))
                        + " "
                        + Spelling.of(Objects.requireNonNullElse(lotAddress, ""));
        return text.substring(0, Math.min(text.length(), SEARCHED_AT_MOST));
    }

    /** Where it is, where that is known. */
    public @Nullable Spot spot() {
        return latitude == null || longitude == null ? null : new Spot(latitude, longitude);
    }

    /**
     * The same business as corrected; what belonged to another address goes with it, and so does
     * the category in the words of the list with another category.
     *
     * @param newRoadAddress null where only the lot address is known
     */
    public Business corrected(
            String newName,
            String newCategory,
            @Nullable String newDistrict,
            @Nullable String newRoadAddress,
            @Nullable String newPhone) {
        boolean moves = newRoadAddress != null && !newRoadAddress.equals(roadAddress);
        return new Business(
                newName,
                newCategory,
                newCategory.equals(category) ? categoryText : null,
                newDistrict,
                newRoadAddress,
                moves ? null : lotAddress,
                moves ? null : postcode,
                newPhone,
                moves ? null : latitude,
                moves ? null : longitude);
    }

    /** The same business in another district, or in none. */
    public Business in(@Nullable String other) {
        return at(spot(), other);
    }

    /** The same business at another place, in whichever district that is. */
    public Business movedTo(Spot spot) {
        return at(spot, null);
    }

    private Business at(@Nullable Spot spot, @Nullable String other) {
        return new Business(
                name,
                category,
                categoryText,
                other,
                roadAddress,
                lotAddress,
                postcode,
                phone,
                spot == null ? null : spot.latitude(),
                spot == null ? null : spot.longitude());
    }

    /** The names of the fields in which another description differs, in snake case. */
    List<String> differences(Business other) {
        var fields = new ArrayList<String>();
        note(fields, "name", name, other.name);
        note(fields, "category", category, other.category);
        note(fields, "category_text", categoryText, other.categoryText);
        note(fields, "district", district, other.district);
        note(fields, "road_address", roadAddress, other.roadAddress);
        note(fields, "lot_address", lotAddress, other.lotAddress);
        note(fields, "postcode", postcode, other.postcode);
        note(fields, "phone", phone, other.phone);
        note(fields, "latitude", latitude, other.latitude);
        note(fields, "longitude", longitude, other.longitude);
        return fields;
    }

    private static void note(
            List<String> fields, String field, @Nullable Object mine, @Nullable Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            fields.add(field);
        }
    }
}
