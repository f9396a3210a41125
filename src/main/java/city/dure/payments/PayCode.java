package city.dure.payments;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of a shop on its poster: seven digits and one that tells a mistyped one, by Damm's
 * scheme (TACO, H. Michael Damm, 2004), which notices every single wrong digit and every two
 * neighbours that were swapped.
 */
public record PayCode(String digits) {
    private static final int RANDOM = 7;
    private static final int HALF = 4;
    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    /** Refuses what is no such number. */
    public PayCode {
        if (!digits.matches("[0-9]{8}") || check(digits) != 0) {
            throw new IllegalArgumentException("no shop's code: " + digits);
        }
    }

    /** The number that somebody typed, with spaces and dashes or without; empty when mistyped. */
    public static Optional<PayCode> read(String typed) {
        String digits = typed.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{8}") && check(digits) == 0
                ? Optional.of(new PayCode(digits))
                : Optional.empty();
    }

    static PayCode random(RandomGenerator source) {
        var digits = new StringBuilder();
        source.ints(RANDOM, 0, 10).forEach(digits::append);
        return new PayCode(digits.append(check(digits)).toString());
    }

    private static int check(CharSequence digits) {
        return digits.chars().reduce(0, (state, digit) -> DAMM[state].charAt(digit - '0') - '0');
    }

    /** In two groups, as people read it: {@code 1234 5678}. */
    public String grouped() {
        return digits.substring(0, HALF) + " " + digits.substring(HALF);
    }

    @Override
    public String toString() {
        return digits;
    }
}
