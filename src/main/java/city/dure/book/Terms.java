package city.dure.book;

import city.dure.shared.MoneyKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with a lot.
 *
 * @param fund where it came from, and goes back to when it expires
 * @param paid how many ten-thousandths of it its holder paid for: 10000 for money of one's own, 0
 *     for what was given
 * @param network the network of shops where alone it may be spent; null for wherever its kind may
 * @param cashable whether what is left unused may be turned to cash
 * @param expiresAt null for never
 */
public record Terms(
        MoneyKind kind,
        Holder fund,
        int paid,
        @Nullable String network,
        boolean cashable,
        @Nullable Instant expiresAt) {
    private static final int WHOLE = 10_000;

    /** Those of local currency that may be spent at every shop of the city. */
    public static Terms general(Holder fund, int paid, boolean cashable, Instant until) {
        return new Terms(MoneyKind.GENERAL, fund, paid, null, cashable, until);
    }

    /** The same with another end. */
    public Terms until(Instant end) {
        return new Terms(kind, fund, paid, network, cashable, end);
    }

    /** Whether its holder paid for all of it. */
    public boolean own() {
        return paid == WHOLE;
    }

    /** How much of an amount its holder did not pay for; rounded down, as every share is. */
    public long given(long amount) {
        return Math.multiplyExact(amount, WHOLE - paid) / WHOLE;
    }

    /** Whether it may be spent no more. */
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** As entries have it: the same text for the same terms. */
    String written() {
        return String.join(
                " ",
                kind.code(),
                fund.ref(),
                String.valueOf(paid),
                network == null ? "-" : network,
                cashable ? "cash" : "-",
                expiresAt == null ? "-" : expiresAt.toString());
    }
}
