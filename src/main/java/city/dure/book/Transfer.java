package city.dure.book;

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
        ALLOWED("money.allowed"),
        /** Money of the city comes into a fund. */
        FUNDED("money.funded"),
        TOPPED_UP("wallet.topped_up"),
        PAID("payment.made"),
        REFUNDED("payment.refunded"),
        EXPIRED("money.expired"),
        /** What was wrong is countered. */
        CORRECTED("money.corrected"),
        /** A wallet goes to the id that its person has from now on. */
        HANDED_OVER("wallet.handed_over"),
        /** Who leaves leaves what they have to the funds it came from. */
        GIVEN_UP("wallet.given_up");

        private final String entry;

        Kind(String entry) {
            this.entry = entry;
        }

        /** The kind of the entry that has its movements. */
        public String entry() {
            return entry;
        }

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

    /**
     * The first holder of a kind in it.
     *
     * @throws IllegalStateException when there is none
     */
    public Holder holder(Holder.Kind wanted) {
        return movements.stream()
                .map(Movement::holder)
                .filter(holder -> holder.kind() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + wanted + " in " + id));
    }

    /** Its movements as entries have them. */
    public List<String> written() {
        return movements.stream().map(Movement::written).toList();
    }
}
