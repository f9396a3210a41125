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
 * @param refused why it cannot be, with how much could be loaded; null when it can
 */
public record Quote(
        long paid, long withBonus, long given, int limits, Outcome.@Nullable Refused refused) {
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
        var refused = refusal(amount, paid + given, now, limits);
        return new Quote(paid, withBonus, given, limits.version(), refused);
    }

    /** How much is in the wallet more by it, in won. */
    public long loaded() {
        return paid + given;
    }

    private static Outcome.@Nullable Refused refusal(
            long amount, long loaded, Standing now, WalletLimits limits) {
        long load = limits.load() - now.used().loaded();
        long room = limits.holding() - now.held();
        if (amount > load) {
            return new Outcome.Refused(Reason.OVER_LOAD, Math.max(0, Math.min(load, room)));
        }
        if (loaded > room) {
            return new Outcome.Refused(Reason.OVER_HOLDING, Math.max(0, room));
        }
        return loaded > now.issueLeft()
                ? new Outcome.Refused(Reason.SOLD_OUT, now.issueLeft())
                : null;
    }
}
