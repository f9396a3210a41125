package city.dure.importpages;

import city.dure.imports.ImportColumn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the columns of a list by the names that known lists use. */
final class ColumnGuess {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ColumnGuess() {}

    /** The place in the header, from 0, of each column that was recognised; each place once. */
    static Map<String, Integer> places(List<ImportColumn> columns, List<String> header) {
        List<String> plain = header.stream().map(ColumnGuess::plain).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (ImportColumn column : columns) {
            column.headers().stream()
                    .map(known -> plain.indexOf(plain(known)))
                    .filter(place -> place >= 0 && !places.containsValue(place))
                    .findFirst()
                    .ifPresent(place -> places.put(column.name(), place));
        }
        return places;
    }

    /** The names that stand more than once in a header. */
    static List<String> doubled(List<String> header) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> doubled = new LinkedHashSet<>();
        for (String name : header) {
            if (!name.isBlank() && !seen.add(plain(name))) {
                doubled.add(name.strip());
            }
        }
        return new ArrayList<>(doubled);
    }

    /** Without spaces, case and punctuation, and with composed Hangul. */
    private static String plain(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return NO_LETTER.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
