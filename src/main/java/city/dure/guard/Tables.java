package city.dure.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The class of every table of the portal, read from {@code guard/tables.properties}; lines look
 * like {@code name = class # reason}.
 */
record Tables(Map<String, TableClass> classes) {
    private static final String LIST = "/guard/tables.properties";

    Tables {
        classes = Map.copyOf(classes);
    }

    /**
     * The list that ships with the portal.
     *
     * @throws IllegalArgumentException when a line has no known class, or no reason where it must
     */
    static Tables listed() {
        try (InputStream list = Tables.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is not on the class path");
            }
            var lines = new Properties();
            lines.load(list);
            return of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list that these lines make. */
    static Tables of(Properties lines) {
        var classes = new TreeMap<String, TableClass>();
        for (String table : lines.stringPropertyNames()) {
            classes.put(table, classOfLine(table, lines.getProperty(table)));
        }
        return new Tables(classes);
    }

    /** The class of a table, by its exact name; empty for a table that nobody listed. */
    Optional<TableClass> classOf(String table) {
        return Optional.ofNullable(classes.get(table));
    }

    /** One line a table, sorted, for the log. */
    String print() {
        var text = new StringBuilder();
        new TreeMap<>(classes)
                .forEach((table, its) -> text.append("%n%-32s %s".formatted(table, its)));
        return text.toString();
    }

    private static TableClass classOfLine(String table, String line) {
        String[] parts = line.split("#", 2);
        TableClass found = TableClass.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
        if (found != TableClass.BUSINESS && (parts.length < 2 || parts[1].isBlank())) {
            throw new IllegalArgumentException(
                    "the line of " + table + " in " + LIST + " gives no reason");
        }
        return found;
    }
}
