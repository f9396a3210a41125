package city.dure.verification;

import java.util.Base64;
import java.util.HexFormat;

/**
 * What somebody outside remembers of a ledger.
 *
 * @param size how many entries it had
 * @param root the root hash of the RFC 6962 tree over them
 */
public record RememberedHead(long size, byte[] root) {
    private static final int HASH = 32;

    /**
     * Reads {@code SIZE:ROOT}, the root in base64 or in hexadecimal.
     *
     * @throws IllegalArgumentException with a sentence saying what is wrong
     */
    public static RememberedHead parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).matches("\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "a head is written SIZE:ROOT, such as 1234:q83v…, but this is: " + text);
        }
        return new RememberedHead(
                Long.parseLong(text.substring(0, colon)), root(text.substring(colon + 1)));
    }

    /** Written as {@link #parse} reads it, the root in base64. */
    @Override
    public String toString() {
        return size + ":" + Base64.getEncoder().encodeToString(root);
    }

    private static byte[] root(String text) {
        try {
            byte[] root =
                    text.length() == 2 * HASH
                            ? HexFormat.of().parseHex(text)
                            : Base64.getDecoder().decode(text);
            if (root.length == HASH) {
                return root;
            }
        } catch (IllegalArgumentException e) {
            // said below, in words about the argument
        }
        throw new IllegalArgumentException(
                "a root is 32 bytes, as 44 characters of base64 or 64 of hexadecimal, not: "
                        + text);
    }
}
