package city.dure.money;

import city.dure.money.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen gets for what they pay: the arithmetic of the three limits, which are never one
 * (the Ministry's guideline of 2023: 700,000 won a month, 1,500,000 won held).
 *
 * @param paid what they pay, in won
 * @param withBonus of what they load, on how much the city gives something
 * @param given what the city gives, in won; rounded down
 * @param limits by which version of the limits
 * @param reason why it cannot be; null when it can
 */
public record Quote(long paid, long withBonus, long given, int limits, @Nullable Reason reason) {
    /** Citizens load in steps of so many won. */
    public static final long STEP = 1_000;

    private static final int WHOLE = 10_000;

    /**
     * What decides what a citizen may load, in won.
     *
     * @param held their local currency now
     * @param bonusLeft what the city has left to give
     * @param issueLeft what the city may still sell this month
     */
    record Standing(Usage used, long held, long bonusLeft, long issueLeft) {}

    /**
     * What somebody gets who loads an amount.
     *
     * @param amount what is loaded before any bonus, and what is paid before any discount
     */
    static Quote of(long amount, Standing now, WalletLimits limits) {
        long bonus = limits.bonus() - now.used().discounted();
        long affordable =
                limits.rate() == 0 ? 0 : Math.multiplyExact(now.bonusLeft(), WHOLE) / limits.rate();
        long withBonus = Math.clamp(Math.min(bonus, affordable), 0, amount);
        long given = withBonus * limits.rate() / WHOLE;
        boolean discount = limits.variant() == WalletLimits.Variant.DISCOUNT;
        long paid = discount ? amount - given : amount;
        Reason reason = reason(amount, paid + given, now, limits);
        return new Quote(paid, withBonus, given, limits.version(), reason);
    }

    /** How much is in the wallet more by it, in won. */
    public long loaded() {
        return paid + given;
    }

    /** How much can be loaded at most, with what the city gives on it: whole steps, in won. */
    static long most(Standing now, WalletLimits limits) {
        long low = 0;
        long high = Math.max(0, limits.load() - now.used().loaded()) / STEP;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (of(middle * STEP, now, limits).reason() == null) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low * STEP;
    }

    private static @Nullable Reason reason(
            long amount, long loaded, Standing now, WalletLimits limits) {
        if (amount > limits.load() - now.used().loaded()) {
            return Reason.OVER_LOAD;
        }
        if (loaded > limits.holding() - now.held()) {
            return Reason.OVER_HOLDING;
        }
        return loaded > now.issueLeft() ? Reason.SOLD_OUT : null;
    }
}
