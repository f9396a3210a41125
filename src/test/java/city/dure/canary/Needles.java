package city.dure.canary;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Thousands of texts, looked for in bytes all at once: as UTF-8, as UTF-16 and written in hex. */
final class Needles {
    private static final int START = Long.BYTES;
    private static final List<Charset> CODES =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private record Needle(String text, byte[] bytes) {
        boolean stands(byte[] hay, int at) {
            int end = at + bytes.length;
            return end <= hay.length && Arrays.equals(bytes, 0, bytes.length, hay, at, end);
        }
    }

    private final Map<Long, List<Needle>> byStart = new HashMap<>();

    /** Looks for this text as well; at least eight bytes of it. */
    void add(String text) {
        CODES.forEach(code -> add(text, text.getBytes(code)));
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        add(text, hex.getBytes(StandardCharsets.US_ASCII));
    }

    /** Which of the texts stand in these bytes. */
    Set<String> in(byte[] hay) {
        var found = new TreeSet<String>();
        if (hay.length < START) {
            return found;
        }
        var buffer = ByteBuffer.wrap(hay);
        for (int at = 0; at <= hay.length - START; at++) {
            for (Needle needle : byStart.getOrDefault(buffer.getLong(at), List.of())) {
                if (needle.stands(hay, at)) {
                    found.add(needle.text());
                }
            }
        }
        return found;
    }

    /** Which of the texts stand in this one. */
    Set<String> in(String hay) {
        return in(hay.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String text, byte[] bytes) {
        if (bytes.length < START) {
            throw new IllegalArgumentException("too short to look for: " + text);
        }
        byStart.computeIfAbsent(ByteBuffer.wrap(bytes).getLong(0), each -> new ArrayList<>())
                .add(new Needle(text, bytes));
    }
}
