package city.dure.personal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody is called.
 *
 * @param plain composed Hangul (NFC), single blanks
 */
public record PersonName(String plain) implements Personal {
    private static final int LONGEST = 40;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’·-]*");

    /** The name that was typed; empty when it is none, or has more than 40 characters. */
    public static Optional<PersonName> read(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("\\p{Z}+", " ");
        return Optional.of(name.strip())
                .filter(text -> text.length() <= LONGEST && NAME.matcher(text).matches())
                .map(PersonName::new);
    }

    /** {@code 김*수}, {@code 김*}; of several words the first letter of each, {@code J*** S****}. */
    @Override
    public String masked() {
        return plain.contains(" ")
                ? plain.replaceAll("(?<=[^ ])[^ ]", "*")
                : plain.substring(0, 1) + starred(plain.substring(1));
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String starred(String rest) {
        int stars = Math.max(1, rest.length() - 1);
        return "*".repeat(stars) + rest.substring(Math.min(stars, rest.length()));
    }
}
