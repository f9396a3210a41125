package city.dure.merkle;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the canonical form of RFC 8785, for the values an entry may hold: strings, arrays
 * of strings and flat maps of strings. Text is NFC-normalised first, names of members too.
 */
public final class CanonicalJson {
    /** The leaf, the details in it, and a flat map in those. */
    private static final int DEEPEST = 3;

    private CanonicalJson() {}

    /**
     * The canonical bytes of an object.
     *
     * @throws IllegalArgumentException with a sentence, for other values, for maps in the maps of
     *     the details, for two names that NFC makes one, and for half of a surrogate pair
     */
    public static byte[] bytes(Map<String, ?> object) {
        var out = new StringBuilder();
        writeObject(out, object, 1);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder out, @Nullable Object value, int depth) {
        switch (value) {
            case String text -> writeText(out, normal(text));
            case Collection<?> list -> writeArray(out, list);
            case Map<?, ?> map when depth < DEEPEST -> writeObject(out, map, depth + 1);
            case Map<?, ?> _ ->
                    throw new IllegalArgumentException(
                            "an entry holds no map in a map of its details");
            case null, default -> throw unfit(value);
        }
    }

    // RFC 8785 3.2.3 sorts by UTF-16 code units, which is the natural order of Java strings.
    private static void writeObject(StringBuilder out, Map<?, ?> object, int depth) {
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((key, value) -> {
            if (!(key instanceof String text)) {
                throw unfit(key);
            }
            String name = normal(text);
            if (sorted.containsKey(name)) {
                throw new IllegalArgumentException("two members of an entry are named " + name);
            }
            sorted.put(name, value);
        });
        char before = '{';
        for (var member : sorted.entrySet()) {
            out.append(before);
            writeText(out, member.getKey());
            write(out.append(':'), member.getValue(), depth);
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(StringBuilder out, Collection<?> list) {
        char before = '[';
        for (Object value : list) {
            if (!(value instanceof String text)) {
                throw unfit(value);
            }
            writeText(out.append(before), normal(text));
            before = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static IllegalArgumentException unfit(@Nullable Object value) {
        String type = value == null ? "null" : value.getClass().getSimpleName();
        return new IllegalArgumentException("an entry holds no value of " + type + " there");
    }

    // NFC leaves everything in front of the first combining mark, U+0300, as it is.
    private static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !pairedAt(text, i)) {
                throw new IllegalArgumentException(
                        "the text of an entry has half of a surrogate pair (\\u%04x) at %d"
                                .formatted((int) c, i));
            }
            writeChar(out, c);
        }
        out.append('"');
    }

    private static boolean pairedAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void writeChar(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
