package city.dure.shared;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/**
 * The written form of a random id: a prefix for what it names, a dash and 26 characters of
 * Crockford's base 32 (https://www.crockford.com/base32.html), which has no letters that look
 * alike.
 */
public final class PublicId {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    private PublicId() {}

    /** The written form of an id. */
    public static String write(String prefix, UUID id) {
        var text = new StringBuilder(prefix).append('-');
        BigInteger value = unsigned(id);
        for (int i = LENGTH - 1; i >= 0; i--) {
            text.append(DIGITS.charAt(value.shiftRight(5 * i).intValue() & 31));
        }
        return text.toString();
    }

    /**
     * The id of a written form.
     *
     * @throws IllegalArgumentException when the text has another prefix, length or letters
     */
    public static UUID read(String prefix, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String start = prefix.toUpperCase(Locale.ROOT) + "-";
        if (!upper.startsWith(start) || upper.length() != start.length() + LENGTH) {
            throw new IllegalArgumentException("not an id of the form " + prefix + "-…");
        }
        BigInteger value = BigInteger.ZERO;
        for (char c : upper.substring(start.length()).toCharArray()) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(digit(c)));
        }
        if (value.bitLength() > 128) {
            throw new IllegalArgumentException("an id has 128 bits");
        }
        return new UUID(value.shiftRight(64).longValue(), value.longValue());
    }

    private static BigInteger unsigned(UUID id) {
        return new BigInteger(Long.toUnsignedString(id.getMostSignificantBits()))
                .shiftLeft(64)
                .or(new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits())));
    }

    private static int digit(char c) {
        int digit = DIGITS.indexOf(c);
        if (digit < 0) {
            throw new IllegalArgumentException("'" + c + "' stands in no id");
        }
        return digit;
    }
}
