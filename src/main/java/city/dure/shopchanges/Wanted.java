package city.dure.shopchanges;

import city.dure.merchants.Business;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a shop is to be described; null stays as it is. */
record Wanted(@Nullable String name, @Nullable String category, @Nullable String roadAddress) {
    /** A shop as it is described. */
    static Wanted as(Business known) {
        return new Wanted(known.name(), known.category(), known.address());
    }

    /** What differs from how the shop is described now. */
    Wanted differing(Business known) {
        return new Wanted(
                other(name, known.name()),
                other(category, known.category()),
                other(roadAddress, known.roadAddress()));
    }

    boolean nothing() {
        return fields().isEmpty();
    }

    /** The names of the fields that are to change, as the ledger writes them. */
    public List<String> fields() {
        var fields = new ArrayList<String>();
        if (name != null) {
            fields.add("name");
        }
        if (category != null) {
            fields.add("category");
        }
        if (roadAddress != null) {
            fields.add("road_address");
        }
        return fields;
    }

    /** The shop as it would be described; its place decides about another address's district. */
    Business on(Business known) {
        return known.corrected(
                Objects.requireNonNullElse(name, known.name()),
                Objects.requireNonNullElse(category, known.category()),
                roadAddress == null ? known.district() : null,
                roadAddress == null ? known.roadAddress() : roadAddress,
                known.phone());
    }

    private static @Nullable String other(@Nullable String wanted, @Nullable String known) {
        return Objects.equals(wanted, known) ? null : wanted;
    }
}
