package city.dure.finder;

import city.dure.merchants.Business;
import city.dure.merchants.MerchantSummary;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public facts of a business as an official corrects them.
 *
 * @param operation makes it count once
 * @param version the version of the business that was shown
 */
record FactsForm(
        UUID operation,
        int version,
        @NotBlank(message = "{finder.facts.name.missing}")
                @Size(max = 100, message = "{finder.facts.name.long}")
                @Nullable String name,
        @Nullable String category,
        @Nullable String district,
        @Size(max = 200, message = "{finder.facts.roadAddress.long}") @Nullable String roadAddress,
        @Pattern(regexp = PHONE, message = "{finder.facts.phone.wrong}") @Nullable String phone) {
    private static final String PHONE = "[-+0-9(). ~]{0,40}";

    /** The same as typed, on the version that holds now. */
    FactsForm at(int present) {
        return new FactsForm(operation, present, name, category, district, roadAddress, phone);
    }

    static FactsForm of(MerchantSummary merchant) {
        Business known = merchant.business();
        return new FactsForm(
                UUID.randomUUID(),
                merchant.version(),
                known.name(),
                known.category(),
                known.district(),
                known.roadAddress(),
                known.phone());
    }

    String categoryCode() {
        return Objects.requireNonNullElse(category, "").strip();
    }

    /** The district's code; null when the business lies in none. */
    @Nullable String districtCode() {
        return text(district);
    }

    /** Whether there would be no address at all. */
    boolean lacksAddress(Business known) {
        return text(roadAddress) == null && known.lotAddress() == null;
    }

    /** The business as corrected. */
    Business on(Business known) {
        return known.corrected(
                Objects.requireNonNull(text(name)),
                categoryCode(),
                districtCode(),
                text(roadAddress),
                text(phone));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
