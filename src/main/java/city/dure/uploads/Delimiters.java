package city.dure.uploads;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds what stands between the cells of a list: comma, tab or semicolon. */
final class Delimiters {
    private Delimiters() {}

    /**
     * The one that stands most often outside quotation marks in the header; comma before others.
     */
    static char in(String header) {
        return Stream.of(',', '\t', ';').max(Comparator.comparingLong(c -> count(header, c))).get();
    }

    private static long count(String header, char delimiter) {
        boolean quoted = false;
        long count = 0;
        for (char c : header.toCharArray()) {
            quoted ^= c == '"';
            count += !quoted && c == delimiter ? 1 : 0;
        }
        return count;
    }
}
