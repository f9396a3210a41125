package city.dure.book;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to one holder, without keeping it: the sum in won, and the sum of the marks of
 * its movements and lots, which is the same for the same ones in any order.
 */
final class Account {
    private static final BigInteger ROUND = BigInteger.ONE.shiftLeft(256);

    private long sum;
    private BigInteger marks = BigInteger.ZERO;
    private @Nullable Long last;

    void take(BigInteger mark, long amount, @Nullable Long entry) {
        sum = Math.addExact(sum, amount);
        last = entry;
        note(mark);
    }

    void note(BigInteger mark) {
        marks = marks.add(mark).mod(ROUND);
    }

    long sum() {
        return sum;
    }

    /** The number of the entry that last spoke of it. */
    @Nullable Long last() {
        return last;
    }

    static BigInteger mark(String transfer, Movement movement) {
        return mark("movement " + transfer + " " + movement.written());
    }

    static BigInteger mark(LotId lot, String terms, long amount) {
        return mark("lot " + lot.ref() + " " + terms + " " + amount);
    }

    private static BigInteger mark(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new BigInteger(1, digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The sum, and enough of the marks to tell one history from another. */
    @Override
    public String toString() {
        String text = marks.toString(16);
        return sum + " won, marks " + text.substring(0, Math.min(16, text.length()));
    }
}
