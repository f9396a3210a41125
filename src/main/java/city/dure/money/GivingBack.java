package city.dure.money;

import city.dure.book.Asked;
import city.dure.book.TransferId;
import city.dure.shared.PublicId;
import java.util.UUID;

/**
 * What a shop wants to give back of a payment.
 *
 * @param key who asks twice with one key gets the first answer
 * @param refund the refund's id, which is no secret
 * @param amount in won, above 0
 */
public record GivingBack(String key, String refund, TransferId payment, long amount) {
    /** Refuses what is nothing. */
    public GivingBack {
        if (amount <= 0) {
            throw new IllegalArgumentException("nothing to give back: " + amount);
        }
    }

    /** The id of a new refund. */
    public static String newRefund() {
        return PublicId.write("r", UUID.randomUUID());
    }

    /** What is asked of the book. */
    public Asked asked() {
        String question = String.join(" ", "give back", payment.ref(), Long.toString(amount));
        return new Asked(key, question, refund);
    }
}
