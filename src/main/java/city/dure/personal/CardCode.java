package city.dure.personal;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number on a prepaid card: sixteen digits by ISO/IEC 7812-1, of which the first four say that
 * a Korean body numbers it (9, then 410 of ISO 3166-1), eleven are random and the last one checks
 * them (Luhn). Whoever has it can pay.
 *
 * @param digits such as {@code 9410123456789010}
 */
public record CardCode(String digits) implements Personal {
    private static final String KOREA = "9410";
    private static final Pattern FORM = Pattern.compile(KOREA + "[0-9]{12}");
    private static final int RANDOM_DIGITS = 11;
    private static final int GROUP = 4;
    private static final int BASE = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A number that nobody can guess. */
    public static CardCode random() {
        String digits =
                KOREA
                        + RANDOM.ints(RANDOM_DIGITS, 0, BASE)
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::append,
                                        StringBuilder::append);
        return new CardCode(digits + (BASE - luhn(digits + "0")) % BASE);
    }

    /** The number that was typed or read, with blanks or dashes; empty when it is none. */
    public static Optional<CardCode> read(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return Optional.of(digits)
                .filter(text -> FORM.matcher(text).matches() && luhn(text) == 0)
                .map(CardCode::new);
    }

    /** {@code 9410-1234-5678-9010}. */
    @Override
    public String plain() {
        return digits.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** {@code 9410-****-****-9010}. */
    @Override
    public String masked() {
        return KOREA + "-****-****-" + digits.substring(digits.length() - GROUP);
    }

    @Override
    public String toString() {
        return masked();
    }

    /** The sum by which the last digit is chosen, modulo 10: every second one counts double. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted / BASE + counted % BASE;
        }
        return sum % BASE;
    }
}
