package city.dure.money;

import city.dure.book.Asked;
import city.dure.shared.Subject;

/**
 * What a citizen wants to load, and was told they would pay and be given.
 *
 * @param key who asks twice with one key gets the first answer
 * @param order for which the money came in, such as a bank's; no secret
 * @param amount before any bonus or discount, in won, above 0
 * @param paid what came in, in won
 */
public record TopUp(String key, String order, Subject citizen, long amount, long paid, long given) {
    /** Refuses what is nothing. */
    public TopUp {
        if (amount <= 0 || paid < 0 || given < 0) {
            throw new IllegalArgumentException("nothing to load: " + amount);
        }
    }

    Asked asked() {
        String question =
                String.join(
                        " ",
                        "load",
                        citizen.ref(),
                        Long.toString(amount),
                        Long.toString(paid),
                        Long.toString(given));
        return new Asked(key, question, order);
    }

    boolean agrees(Quote quote) {
        return quote.paid() == paid && quote.given() == given;
    }
}
