package city.dure.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes under a key that its caller keeps, sealed itself by {@link Keys#seal}: for many rows
 * that are to become unreadable all at once.
 */
public final class Seal {
    private final Aes cipher;
    private final SecretKeySpec marks;

    private Seal(byte[] key) {
        cipher = Aes.under(key);
        marks = new SecretKeySpec(sum(new SecretKeySpec(key, "HmacSHA256"), "marks"), "HmacSHA256");
    }

    /** A new, random key. */
    public static byte[] newKey() {
        return Keys.random();
    }

    /** The seal of a key of 32 bytes. */
    public static Seal under(byte[] key) {
        return new Seal(key);
    }

    /** Seals bytes, bound to their context. */
    public byte[] seal(String context, byte[] plain) {
        return cipher.seal(plain, context);
    }

    /**
     * The bytes that were sealed in this context.
     *
     * @throws NotGenuine when they were changed or sealed in another one
     */
    public byte[] open(String context, byte[] sealed) {
        return cipher.open(sealed, context);
    }

    /** Equal for equal texts under this key; without it nobody can tell of what text it is. */
    public UUID mark(String text) {
        var sum = ByteBuffer.wrap(sum(marks, text));
        return new UUID(sum.getLong(), sum.getLong());
    }

    private static byte[] sum(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
