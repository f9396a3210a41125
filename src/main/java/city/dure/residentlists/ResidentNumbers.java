package city.dure.residentlists;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises resident registration numbers, which may be processed only where a law names them
 * (PIPA, article 24-2), and which no part of the portal takes.
 */
final class ResidentNumbers {
    private static final Pattern HEADING =
            Pattern.compile(
                    ".*(주민(등록)?번호|외국인(등록)?번호|등록외국인번호|rrn|residentregistration|residentno"
                            + "|residentnumber).*");

    /**
     * Six digits of a birth date and seven more, the last six of which may be hidden; up to three
     * blanks, dashes or other signs between them.
     */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9])[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[\\p{Pd}\\p{Z}\\s._/~·]{0,3}[0-9]"
                            + "([0-9*#●○•◦xX]{6})(?![0-9])");

    private ResidentNumbers() {}

    /** Whether a column under this heading holds them. */
    static boolean heads(String heading) {
        String plain =
                Normalizer.normalize(heading, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]", "");
        return HEADING.matcher(plain).matches();
    }

    /** Whether one stands in a text. */
    static boolean isIn(String text) {
        return NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
    }

    /** Whether one stands in any of these. */
    static boolean areIn(List<List<String>> rows) {
        return rows.stream().flatMap(List::stream).anyMatch(ResidentNumbers::isIn);
    }
}
