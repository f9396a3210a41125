package city.dure.listings;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.imports.RowNote;
import city.dure.merchants.Business;
import city.dure.merchants.Listing;
import city.dure.sources.LineEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells in the row report how a line changes a business, field by field, and what it contradicts.
 */
@Component
class Differences {
    /** The column of a list in which people look for each field. */
    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("name", Columns.NAME),
                    Map.entry("category", Columns.CATEGORY),
                    Map.entry("category_text", Columns.CATEGORY),
                    Map.entry("district", ""),
                    Map.entry("road_address", Columns.ROAD),
                    Map.entry("lot_address", Columns.LOT),
                    Map.entry("postcode", Columns.POSTCODE),
                    Map.entry("phone", Columns.PHONE),
                    Map.entry("latitude", Columns.LATITUDE),
                    Map.entry("longitude", Columns.LONGITUDE),
                    Map.entry("closed_on", Columns.STATE));

    private final City city;

    Differences(City city) {
        this.city = city;
    }

    /** What the line changes; nothing at a merchant but what officials are told. */
    List<RowNote> changes(Listing listing, Listing.Effect effect) {
        Listing.Before before = effect.before();
        if (before == null || effect.merchant()) {
            return List.of();
        }
        var notes = new ArrayList<RowNote>();
        for (String field : effect.fields()) {
            notes.add(
                    field.equals("closed_on")
                            ? state(listing, before)
                            : RowNote.change(
                                    column(field),
                                    value(before.business(), field),
                                    value(listing.business(), field)));
        }
        return notes;
    }

    /** That another list counts for the business, and where this one contradicts it. */
    List<RowNote> beside(Listing listing, LineEffect line) {
        String leading = Objects.requireNonNull(line.leading());
        if (line.contradicted().isEmpty()) {
            return List.of(new RowNote("", "", "listings.note.beside", List.of(leading)));
        }
        return line.contradicted().stream()
                .map(field ->
                        new RowNote(
                                column(field),
                                field.equals("closed_on") ? "" : value(listing.business(), field),
                                "listings.note.differs",
                                List.of(leading)))
                .toList();
    }

    private static RowNote state(Listing listing, Listing.Before before) {
        String key = listing.closed() ? "listings.note.closes" : "listings.note.opens";
        String since = Objects.toString(listing.closedOn(), "");
        return new RowNote(Columns.STATE, since, key, List.of(), before.status().code());
    }

    private static String column(String field) {
        return COLUMNS.getOrDefault(field, "");
    }

    private String value(Business business, String field) {
        @Nullable Object value =
                switch (field) {
                    case "name" -> business.name();
                    case "category" -> category(business.category());
                    case "category_text" -> business.categoryText();
                    case "district" -> district(business.district());
                    case "road_address" -> business.roadAddress();
                    case "lot_address" -> business.lotAddress();
                    case "postcode" -> business.postcode();
                    case "phone" -> business.phone();
                    case "latitude" -> business.latitude();
                    case "longitude" -> business.longitude();
                    default -> throw new IllegalArgumentException(field);
                };
        return Objects.toString(value, "");
    }

    private String category(String code) {
        return city.category(code).map(Category::name).orElse(code);
    }

    private String district(@Nullable String code) {
        return city.districts().stream()
                .filter(district -> district.code().equals(code))
                .map(District::name)
                .findFirst()
                .orElse("");
    }
}
