package city.dure.refunds;

import city.dure.book.TransferId;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund that a shop could not give at once, in won.
 *
 * @param key of who asked for it
 * @param asked how much was asked for in all
 * @param amount how much of that the shop had not
 * @param owed how much of it is still to be given
 */
public record Owed(
        UUID id,
        String key,
        long asked,
        TransferId payment,
        String merchant,
        long amount,
        long owed,
        Instant at) {}
