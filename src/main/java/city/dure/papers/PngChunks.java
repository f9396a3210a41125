package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Keeps of a PNG (https://www.w3.org/TR/png-3/ section 5) only the chunks that make the picture, so
 * that no packed text or profile is ever unpacked.
 */
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int FRAME = 12;

    private PngChunks() {}

    /**
     * The PNG with only its picture.
     *
     * @throws PaperRefused when a chunk is cut off or damaged, or the end is missing
     */
    static byte[] pictureOnly(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.writeBytes(SIGNATURE);
        var in = ByteBuffer.wrap(file);
        int at = SIGNATURE.length;
        String type = "";
        while (!type.equals("IEND")) {
            int length = lengthAt(in, at);
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PICTURE.contains(type)) {
                requireSum(in, at, length);
                out.write(file, at, length + FRAME);
            }
            at += length + FRAME;
        }
        return out.toByteArray();
    }

    private static int lengthAt(ByteBuffer in, int at) {
        int rest = in.capacity() - at - FRAME;
        if (rest < 0 || in.getInt(at) < 0 || in.getInt(at) > rest) {
            throw new PaperRefused(Reason.BROKEN);
        }
        return in.getInt(at);
    }

    private static void requireSum(ByteBuffer in, int at, int length) {
        var sum = new CRC32();
        sum.update(in.array(), at + 4, length + 4);
        if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
            throw new PaperRefused(Reason.BROKEN);
        }
    }
}
