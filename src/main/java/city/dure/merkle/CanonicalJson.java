package city.dure.merkle;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the canonical form of RFC 8785, for the values an entry may hold: strings, arrays
 * of strings and flat maps of strings. Text is NFC-normalised first.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical bytes of an object.
     *
     * @throws IllegalArgumentException for other values and for half of a surrogate pair
     */
    public static byte[] bytes(Map<String, ?> object) {
        var out = new StringBuilder();
        writeObject(out, object);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case String text -> writeText(out, text);
            case Collection<?> list -> writeArray(out, list);
            case Map<?, ?> map -> writeObject(out, map);
            default ->
                    throw new IllegalArgumentException(
                            "an entry holds no value of " + value.getClass().getSimpleName());
        }
    }

    // RFC 8785 3.2.3 sorts by UTF-16 code units, which is the natural order of Java strings.
    private static void writeObject(StringBuilder out, Map<?, ?> object) {
        var sorted = new TreeMap<String, Object>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        char before = '{';
        for (var member : sorted.entrySet()) {
            out.append(before);
            writeText(out, member.getKey());
            write(out.append(':'), member.getValue());
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(StringBuilder out, Collection<?> list) {
        char before = '[';
        for (Object value : list) {
            write(out.append(before), value);
            before = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static void writeText(StringBuilder out, String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && !pairedAt(text, i)) {
                throw new IllegalArgumentException("half of a surrogate pair");
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
