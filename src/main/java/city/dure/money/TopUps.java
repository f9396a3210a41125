package city.dure.money;

import city.dure.money.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen gets for what they pay: the arithmetic of the three limits, which are never one
 * (the Ministry's guideline of 2023: 700,000 won a month, 1,500,000 won held).
 *
 * @param paid what they pay, in won
 * @param withBonus of what they load, on how much the city gives something
 * @param given what the city gives, in won
 * @param refused why it cannot be, with how much could be loaded; null when it can
 */
record TopUps(long paid, long withBonus, long given, Outcome.@Nullable Refused refused) {
    private static final int WHOLE = 10_000;

    /**
     * What somebody gets who loads an amount.
     *
     * @param amount what is loaded before any bonus, and what is paid before any discount
     * @param used what they did this month
     * @param held their local currency now, in won
     */
    static TopUps of(long amount, Usage used, long held, WalletLimits limits) {
        long withBonus = Math.clamp(limits.bonus() - used.discounted(), 0, amount);
        long given = withBonus * limits.rate() / WHOLE;
        boolean discount = limits.variant() == WalletLimits.Variant.DISCOUNT;
        long paid = discount ? amount - given : amount;
        long loaded = paid + given;
        return new TopUps(paid, withBonus, given, refusal(amount, loaded, used, held, limits));
    }

    /** How much is in the wallet more by it, in won. */
    long loaded() {
        return paid + given;
    }

    private static Outcome.@Nullable Refused refusal(
            long amount, long loaded, Usage used, long held, WalletLimits limits) {
        long load = limits.load() - used.loaded();
        if (amount > load) {
            return new Outcome.Refused(Reason.OVER_LOAD, Math.max(0, Math.min(load, limits.holding() - held)));
        }
        long room = limits.holding() - held;
        return loaded > room ? new Outcome.Refused(Reason.OVER_HOLDING, Math.max(0, room)) : null;
    }
}
