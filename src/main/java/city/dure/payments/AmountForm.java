package city.dure.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount as typed, to pay or to give back.
 *
 * @param operation makes it count once
 */
record AmountForm(UUID operation, @Nullable String amount) {
    static AmountForm of(@Nullable String amount) {
        return new AmountForm(UUID.randomUUID(), amount);
    }
}
