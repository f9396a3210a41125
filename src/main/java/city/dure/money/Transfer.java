package city.dure.money;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Movements that sum to 0, made once and never changed.
 *
 * @param reference what it was made for, such as a payment; null where it stands for itself
 * @param reverses the transfer that this one takes back, in part or whole
 */
public record Transfer(
        TransferId id,
        Kind kind,
        @Nullable String reference,
        @Nullable TransferId reverses,
        Instant at,
        List<Movement> movements) {
    /** What a transfer is. */
    public enum Kind {
        /** A right to issue is granted. */
        ALLOWED,
        /** Money of the city comes into a fund. */
        FUNDED,
        TOPPED_UP,
        PAID,
        REFUNDED,
        EXPIRED,
        /** What was wrong is countered. */
        CORRECTED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Transfer {
        movements = List.copyOf(movements);
    }

    /** How much a holder has more by it, in won. */
    public long change(Holder holder) {
        return movements.stream()
                .filter(movement -> movement.holder().equals(holder))
                .mapToLong(Movement::amount)
                .sum();
    }

    /** Its movements as entries have them. */
    List<String> written() {
        return movements.stream().map(Movement::written).toList();
    }
}
