package city.dure.personal;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Where somebody lives.
 *
 * @param plain composed Hangul (NFC), single blanks
 */
public record PostalAddress(String plain) implements Personal {
    private static final int LONGEST = 200;

    /** The address that was typed; empty when there is none, or it has over 200 characters. */
    public static Optional<PostalAddress> read(String typed) {
        String text =
                Normalizer.normalize(typed, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Z}\\p{C}]+", " ")
                        .strip();
        return Optional.of(text)
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST)
                .map(PostalAddress::new);
    }

    /** The same for all who live there, however they write it. */
    public String household() {
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("(?<=\\p{N}) (?=\\p{N})", "/") // 12-3 is not 123
                .replace(" ", "");
    }

    /** The first word, usually the city: {@code 한들시 ***}. */
    @Override
    public String masked() {
        int first = plain.indexOf(' ');
        return (first < 0 ? "" : plain.substring(0, first) + " ") + "***";
    }

    @Override
    public String toString() {
        return masked();
    }
}
