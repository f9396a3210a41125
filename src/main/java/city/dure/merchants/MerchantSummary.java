package city.dure.merchants;

import org.jspecify.annotations.Nullable;

/**
 * What others may know of a business.
 *
 * @param version counts its changes; a decision names the one it was made on
 */
public record MerchantSummary(
        MerchantId id, MerchantStatus status, Business business, int version) {
    /** Its public id. */
    public String ref() {
        return id.ref();
    }

    /** Its name. */
    public String name() {
        return business.name();
    }

    /** Its address, where one is known. */
    public @Nullable String address() {
        return business.address();
    }

    /** Whether it is a merchant, suspended or not, so that no list decides about it. */
    public boolean isMerchant() {
        return status == MerchantStatus.APPROVED || status == MerchantStatus.SUSPENDED;
    }

    /** Whether an owner may still claim it. */
    public boolean claimable() {
        return status == MerchantStatus.LISTED;
    }
}
