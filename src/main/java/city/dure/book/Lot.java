package city.dure.book;

import java.time.Instant;
import java.util.Comparator;

/**
 * Value with its terms.
 *
 * @param amount what it was made with, in won
 * @param remaining what is left of it, in won
 */
public record Lot(
        LotId id, Holder holder, Terms terms, Instant issuedAt, long amount, long remaining) {
    /**
     * The order in which lots are spent: what was given before one's own money, what expires
     * soonest, what may be spent in fewest places, the oldest.
     */
    public static final Comparator<Lot> SPENT =
            Comparator.<Lot, Boolean>comparing(lot -> lot.terms.own())
                    .thenComparing(
                            lot -> lot.terms.expiresAt(),
                            Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(lot -> lot.terms.network() == null)
                    .thenComparing(Lot::issuedAt)
                    .thenComparing(lot -> lot.id.value());

    /** A new one, nothing of it spent. */
    public static Lot made(Holder holder, Terms terms, Instant at, long amount) {
        return new Lot(LotId.random(), holder, terms, at, amount, amount);
    }
}
