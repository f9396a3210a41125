package city.dure.personal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Korean mobile number, by which one can be sent a message.
 *
 * @param digits such as {@code 01012345678}
 */
public record Phone(String digits) implements Personal {
    private static final Pattern MOBILE = Pattern.compile("01(0[0-9]{8}|[16789][0-9]{7,8})");
    private static final int LAST = 4;
    private static final int FIRST = 3;

    /** The number that was typed, with dashes, blanks or +82; empty when it is no mobile number. */
    public static Optional<Phone> read(String typed) {
        String digits =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s().-]", "")
                        .replaceFirst("^\\+?820?(?=1)", "0");
        return Optional.of(digits).filter(text -> MOBILE.matcher(text).matches()).map(Phone::new);
    }

    /** {@code 010-1234-5678}. */
    @Override
    public String plain() {
        return written(digits.substring(FIRST, digits.length() - LAST));
    }

    /** {@code 010-****-5678}. */
    @Override
    public String masked() {
        return written("*".repeat(digits.length() - FIRST - LAST));
    }

    /** By which its owner can be found again, together with a name. */
    public String lastFour() {
        return digits.substring(digits.length() - LAST);
    }

    private String written(String middle) {
        return digits.substring(0, FIRST) + "-" + middle + "-" + lastFour();
    }

    @Override
    public String toString() {
        return masked();
    }
}
