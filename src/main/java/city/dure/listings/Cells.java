package city.dure.listings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads cells as real lists write them. */
final class Cells {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})(\\D.*)?");
    private static final Pattern CODED = Pattern.compile("\\d*\\((.+)\\)");

    /** Numbers that people type where they have none, though the check digit is right. */
    private static final Set<String> PLACEHOLDERS = Set.of("0000000000", "1111122222");

    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private Cells() {}

    /** The text with runs of blanks, line ends and full-width spaces as one space. */
    static String text(String cell) {
        return BLANKS.matcher(cell).replaceAll(" ").strip();
    }

    /** The text, or nothing when the cell is blank. */
    static @Nullable String optional(String cell) {
        String text = text(cell);
        return text.isEmpty() ? null : text;
    }

    /** A date as {@code 20131220}, {@code 20131220.0}, {@code 2013.8.13} or {@code 2013-08-13}. */
    static Optional<LocalDate> date(String cell) {
        var parts = DATE.matcher(text(cell));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The words of a category such as {@code 5202(편의점/편의점)}. */
    static String category(String cell) {
        String text = text(cell);
        var coded = CODED.matcher(text);
        return coded.matches() ? coded.group(1) : text;
    }

    /** The ten digits of a business number whose check digit is right. */
    static Optional<String> businessNumber(String cell) {
        String digits = text(cell).replaceAll("[ -]", "").replaceFirst("\\.0$", "");
        return digits.matches("\\d{10}")
                        && checkDigit(digits) == digits.charAt(9) - '0'
                        && !PLACEHOLDERS.contains(digits)
                ? Optional.of(digits)
                : Optional.empty();
    }

    /**
     * The building or block of an address: without floor, room and the neighbourhood's name, and of
     * a lot without what follows {@code 번지}, as geocoders know no more of it.
     */
    static String building(String address) {
        return address.split("[,(]|번지", 2)[0].strip();
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        sum += (digits.charAt(8) - '0') * 5 / 10;
        return (10 - sum % 10) % 10;
    }
}
