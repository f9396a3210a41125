package city.dure.wallets;

import city.dure.citizens.CitizenId;
import city.dure.money.TopUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A top-up that a citizen agreed to, in won.
 *
 * @param paid what the bank is to ask for
 * @param given what the city gives besides
 * @param refusal why nothing was loaded, by its code; null else
 */
public record Order(
        OrderId id,
        CitizenId citizen,
        long amount,
        long paid,
        long given,
        State state,
        @Nullable String refusal,
        Instant askedAt,
        @Nullable Instant decidedAt) {
    /** How long the bank may take (reference/currency.md 3.1: a virtual account lapses so). */
    static final Duration GOOD = Duration.ofHours(4);

    /** What became of it. */
    enum State {
        OPEN,
        DONE,
        /** The money came and was not loaded: the bank gives it back. */
        REFUSED,
        /** The citizen thought better of it at the bank. */
        CANCELLED;

        /** The stable code. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much is in the wallet more by it. */
    public long loaded() {
        return paid + given;
    }

    /** What became of it, for message keys. */
    public String code() {
        return state.code();
    }

    boolean late(Instant now) {
        return askedAt.isBefore(since(now));
    }

    /** Since when an order must have been asked for that is still good. */
    static Instant since(Instant now) {
        return now.minus(GOOD);
    }

    TopUp topUp(CitizenId holder) {
        return new TopUp("order " + id, id.ref(), holder, amount, paid, given);
    }
}
