package city.dure.applications;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A business registration number: ten digits, the last one a check digit over the others (rule of
 * the National Tax Service: weights 1 3 7 1 3 7 1 3 5, and the tens of the ninth product).
 */
public record BusinessNumber(String digits) {
    private static final Pattern WRITTEN = Pattern.compile("\\d{3}-?\\d{2}-?\\d{5}");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    /** The number as people write it, also with its label before; empty when it cannot be one. */
    public static Optional<BusinessNumber> read(String text) {
        String written = text.replaceAll("^[^0-9]+", "").strip();
        String digits = written.replace("-", "");
        return WRITTEN.matcher(written).matches() && checks(digits)
                ? Optional.of(new BusinessNumber(digits))
                : Optional.empty();
    }

    /** {@code 123-45-67890}. */
    public String written() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }

    private static boolean checks(String digits) {
        int sum = digit(digits, 8) * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(digits, i) * WEIGHTS[i];
        }
        return (10 - sum % 10) % 10 == digit(digits, 9);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
