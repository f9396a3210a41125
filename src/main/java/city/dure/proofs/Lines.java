package city.dure.proofs;

import city.dure.proofs.Flawed.Part;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text, read strictly: each ends with LF alone, and nothing has two spellings. */
record Lines(List<String> all) {
    private static final int HASH = 32;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    /**
     * Takes a text apart.
     *
     * @throws Flawed when it is too long, not text, or does not end with LF
     */
    static Lines of(String text, int longest) {
        if (text.length() > longest) {
            throw new Flawed(Part.LENGTH);
        }
        var lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (!isPlain(lines.get(i))) {
                throw new Flawed(Part.CHARACTERS, i + 1);
            }
        }
        if (!lines.getLast().isEmpty()) {
            throw new Flawed(Part.CHECKPOINT, lines.size());
        }
        return new Lines(lines.subList(0, lines.size() - 1));
    }

    /** The text of bytes. */
    static String text(byte[] bytes, int longest) {
        if (bytes.length > longest) {
            throw new Flawed(Part.LENGTH);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Flawed(Part.CHARACTERS);
        }
    }

    /** A number in decimal, without leading zeros. */
    static long number(String text, Part part, int line) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Flawed(part, line);
        }
        return Long.parseLong(text);
    }

    /** A hash in base 64. */
    static byte[] hash(String text, Part part, int line) {
        byte[] hash = bytes(text, part, line);
        if (hash.length != HASH) {
            throw new Flawed(part, line);
        }
        return hash;
    }

    /** Bytes in base 64; Java's decoder would take several spellings for the same bytes. */
    static byte[] bytes(String text, Part part, int line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, as of any other text that is no base 64
        }
        throw new Flawed(part, line);
    }

    private static boolean isPlain(String line) {
        return line.chars().allMatch(c -> c >= 0x20 && c != 0x7f && c != 0xfffd)
                && StandardCharsets.UTF_8.newEncoder().canEncode(line);
    }
}
