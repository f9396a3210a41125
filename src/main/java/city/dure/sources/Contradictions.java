package city.dure.sources;

import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.shared.Spelling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where two lists contradict each other about a business: both say something, and not the same.
 * What only one of them knows is no contradiction, nor is a spelling or a more exact address.
 */
final class Contradictions {
    /** Two geocoders may well put one shop this far apart; in degrees, some 200 metres. */
    private static final double FAR = 0.002;

    private static final String OTHER = "other";

    private Contradictions() {}

    /** The names of the fields, as entries name them. */
    static List<String> between(Listing leading, Listing says) {
        Business shop = leading.business();
        Business told = says.business();
        var fields = new ArrayList<String>();
        note(fields, "name", !Spelling.of(shop.name()).equals(Spelling.of(told.name())));
        note(fields, "category", differ(known(shop.category()), known(told.category())));
        note(fields, "road_address", differ(place(shop.roadAddress()), place(told.roadAddress())));
        if (shop.roadAddress() == null || told.roadAddress() == null) {
            note(fields, "lot_address", differ(place(shop.lotAddress()), place(told.lotAddress())));
        }
        note(fields, "phone", differ(digits(shop.phone()), digits(told.phone())));
        note(fields, "latitude", farApart(shop, told));
        note(fields, "closed_on", leading.closed() != says.closed());
        return fields;
    }

    private static void note(List<String> fields, String field, boolean contradicted) {
        if (contradicted) {
            fields.add(field);
        }
    }

    /** One may say more than the other, such as the province or the area code before it. */
    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.endsWith(other) && !other.endsWith(one);
    }

    private static String known(String category) {
        return category.equals(OTHER) ? "" : category;
    }

    /** The building, without floor, room and the neighbourhood's name. */
    private static String place(@Nullable String address) {
        return address == null ? "" : Spelling.of(address.split("[,(]", 2)[0]);
    }

    private static String digits(@Nullable String phone) {
        return phone == null ? "" : phone.replaceAll("\\D", "");
    }

    private static boolean farApart(Business one, Business other) {
        Double latitude = one.latitude();
        Double longitude = one.longitude();
        Double otherLatitude = other.latitude();
        Double otherLongitude = other.longitude();
        return latitude != null
                && longitude != null
                && otherLatitude != null
                && otherLongitude != null
                && Math.hypot(latitude - otherLatitude, longitude - otherLongitude) > FAR;
    }
}
