package city.dure.wallets;

import city.dure.money.Quote;
import city.dure.shared.TypedWon;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody wants to load, as typed.
 *
 * @param paid what the page said that they pay; null before it did
 * @param given and are given
 */
record TopUpForm(
        @Nullable UUID operation,
        @Nullable String amount,
        @Nullable Long paid,
        @Nullable Long given) {
    /** The amount; 0 when it cannot be loaded as typed. */
    public long won() {
        return TypedWon.read(amount).orElse(0);
    }

    /** What is wrong with it, as a message; null when nothing is. */
    @Nullable String fault() {
        if (won() == 0) {
            return TypedWon.fault(amount);
        }
        return won() % Quote.STEP == 0 ? null : "wallets.amount.step";
    }
}
