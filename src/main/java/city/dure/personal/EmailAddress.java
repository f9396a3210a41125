package city.dure.personal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody reads mail.
 *
 * @param plain its domain in lower case
 */
public record EmailAddress(String plain) implements Personal {
    /** Longer ones cannot be delivered to (RFC 5321, section 4.5.3.1). */
    private static final int LONGEST = 254;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    /** The address that was typed; empty when mail cannot be sent there. */
    public static Optional<EmailAddress> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        int at = text.lastIndexOf('@') + 1;
        String address = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
        return Optional.of(address)
                .filter(it -> it.length() <= LONGEST && ADDRESS.matcher(it).matches())
                .map(EmailAddress::new);
    }

    /** {@code k***@example.kr}. */
    @Override
    public String masked() {
        return plain.charAt(0) + "***" + plain.substring(plain.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
