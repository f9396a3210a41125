package city.dure.papers;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks, without keeping anything, how large the packed tables of a PDF become: they are unpacked
 * when a PDF is opened, so a bomb would go off there. Contents and pictures stay packed.
 */
final class PdfStreams {
    private static final int LIMIT = 32 * 1024 * 1024;
    private static final int DICTIONARY = 2048;
    private static final Pattern START = Pattern.compile("(?<!end)stream\r?\n");
    private static final Pattern TABLE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern MANY_FILTERS =
            Pattern.compile("/Filter\\s*\\[\\s*/\\w+\\s*/|/(LZW|RunLength|ASCII\\w+)Decode");

    private PdfStreams() {}

    /** Whether a table unpacks to more than 32 MB, or is packed in more than one way. */
    static boolean tooLarge(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        long total = 0;
        var start = START.matcher(text);
        while (start.find()) {
            String before = text.substring(Math.max(0, start.start() - DICTIONARY), start.start());
            String dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
            if (TABLE.matcher(dictionary).find()) {
                total += unpackedSize(file, start.end(), LIMIT - total);
                if (total > LIMIT || MANY_FILTERS.matcher(dictionary).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long unpackedSize(byte[] file, int at, long limit) {
        var inflater = new Inflater();
        try {
            inflater.setInput(file, at, file.length - at);
            byte[] thrownAway = new byte[64 * 1024];
            long size = 0;
            int read = inflater.inflate(thrownAway);
            while (read > 0 && size <= limit) {
                size += read;
                read = inflater.inflate(thrownAway);
            }
            return size;
        } catch (DataFormatException e) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
