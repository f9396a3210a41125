package city.dure.money;

import org.jspecify.annotations.Nullable;

/**
 * How one holder's value changes in a transfer.
 *
 * @param lot which of a citizen's lots; null for holders without lots
 * @param amount in won, above 0 for what comes in
 */
public record Movement(Holder holder, @Nullable LotId lot, long amount) {
    static Movement of(Holder holder, long amount) {
        return new Movement(holder, null, amount);
    }

    static Movement of(Lot lot, long amount) {
        return new Movement(lot.holder(), lot.id(), amount);
    }

    /** As entries have it: {@code c-… l-… -12000}. */
    String written() {
        return holder.ref() + " " + (lot == null ? "-" : lot.ref()) + " " + amount;
    }
}
