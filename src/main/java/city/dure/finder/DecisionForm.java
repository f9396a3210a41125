package city.dure.finder;

import city.dure.merchants.MerchantSummary;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a business.
 *
 * @param operation makes it count once
 * @param version the version of the business that was shown
 * @param reason a reason code
 */
record DecisionForm(UUID operation, int version, @Nullable String reason) {
    static DecisionForm on(MerchantSummary merchant) {
        return new DecisionForm(UUID.randomUUID(), merchant.version(), null);
    }

    /** The reason as sent, perhaps none. */
    String why() {
        return Objects.requireNonNullElse(reason, "");
    }
}
