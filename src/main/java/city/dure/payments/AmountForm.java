package city.dure.payments;

import city.dure.access.Device;
import city.dure.merchants.MerchantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount as typed, to pay or to give back.
 *
 * @param operation makes it count once
 * @param agreed out of which purses a payment was told to come; null where nothing was told
 */
record AmountForm(UUID operation, @Nullable String amount, @Nullable String agreed) {
    static AmountForm of(@Nullable String amount) {
        return new AmountForm(UUID.randomUUID(), amount, null);
    }

    Payments.Wanted wanted(MerchantId shop, long won, Device device) {
        return new Payments.Wanted(shop, won, operation, device, agreed);
    }
}
