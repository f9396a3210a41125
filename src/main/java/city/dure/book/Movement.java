package city.dure.book;

import org.jspecify.annotations.Nullable;

/**
 * How one holder's value changes in a transfer.
 *
 * @param lot which of a citizen's lots; null for holders without lots
 * @param amount in won, above 0 for what comes in
 */
public record Movement(Holder holder, @Nullable LotId lot, long amount) {
    public static Movement of(Holder holder, long amount) {
        return new Movement(holder, null, amount);
    }

    public static Movement of(Lot lot, long amount) {
        return new Movement(lot.holder(), lot.id(), amount);
    }

    /** As entries have it: {@code c-… l-… -12000}. */
    String written() {
        return holder.ref() + " " + (lot == null ? "-" : lot.ref()) + " " + amount;
    }

    /**
     * What was written.
     *
     * @throws IllegalArgumentException when it is no movement
     */
    static Movement read(String written) {
        var words = written.split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("no movement: " + written);
        }
        LotId lot = words[1].equals("-") ? null : LotId.valueOf(words[1]);
        return new Movement(Holder.read(words[0]), lot, Long.parseLong(words[2]));
    }
}
