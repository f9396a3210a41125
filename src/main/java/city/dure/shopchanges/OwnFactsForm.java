package city.dure.shopchanges;

import city.dure.merchants.Business;
import city.dure.merchants.MerchantSummary;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one's own shop as typed.
 *
 * @param operation makes it count once
 * @param version the version of the shop that was shown
 */
record OwnFactsForm(
        UUID operation,
        int version,
        @NotBlank(message = "{shopchanges.name.missing}")
                @Size(max = 100, message = "{shopchanges.name.long}")
                @Nullable String name,
        @Nullable String category,
        @NotBlank(message = "{shopchanges.address.missing}")
                @Size(max = 200, message = "{shopchanges.address.long}")
                @Nullable String roadAddress,
        @Nullable String phone) {
    private static final String PHONE = "[-+0-9(). ~]{0,40}";

    static OwnFactsForm of(MerchantSummary shop) {
        Business known = shop.business();
        return new OwnFactsForm(
                UUID.randomUUID(),
                shop.version(),
                known.name(),
                known.category(),
                known.address(),
                known.phone());
    }

    /** The same as typed, on the version that holds now. */
    OwnFactsForm at(int present) {
        return new OwnFactsForm(operation, present, name, category, roadAddress, phone);
    }

    String categoryCode() {
        return Objects.requireNonNullElse(category, "").strip();
    }

    /** Whether the number can be dialled, or is one that a list brought and nobody changed. */
    boolean phoneReads(Business known) {
        String typed = Objects.requireNonNullElse(phone, "").strip();
        return typed.matches(PHONE) || typed.equals(known.phone());
    }

    /** What an officer has to decide about; an address that was shown as it is stays. */
    Wanted wanted(Business known) {
        String address = Objects.requireNonNull(roadAddress).strip();
        return new Wanted(
                        Objects.requireNonNull(name).strip(),
                        categoryCode(),
                        address.equals(known.address()) ? known.roadAddress() : address)
                .differing(known);
    }

    /** The shop with the telephone number as typed, which needs nobody's consent. */
    Business called(Business known) {
        String typed = phone == null || phone.isBlank() ? null : phone.strip();
        return known.corrected(
                known.name(), known.category(), known.district(), known.roadAddress(), typed);
    }
}
