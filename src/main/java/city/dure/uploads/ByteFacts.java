package city.dure.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the bytes of a file tell: size, SHA-256, lines and the encoding, which is found by decoding
 * the whole file strictly.
 */
record ByteFacts(long bytes, String sha256, Encoding encoding, long lines) {
    private static final int PIECE = 1 << 16;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * Reads the stream to its end.
     *
     * @throws UploadRefused when the file is empty, no text, or in none of our encodings
     */
    static ByteFacts of(InputStream in) throws IOException {
        MessageDigest digest = newSha256();
        var utf8 = new StrictDecoding(Encoding.UTF_8);
        var cp949 = new StrictDecoding(Encoding.CP949);
        byte[] piece = in.readNBytes(PIECE);
        refuseNoText(piece);
        int offset = hasBom(piece) ? BOM.length : 0;
        boolean bom = offset > 0;
        long size = 0;
        while (piece.length > 0) {
            digest.update(piece);
            size += piece.length;
            byte[] next = in.readNBytes(PIECE);
            utf8.accept(piece, offset, piece.length - offset, next.length == 0);
            cp949.accept(piece, offset, piece.length - offset, next.length == 0);
            offset = 0;
            piece = next;
        }
        StrictDecoding found = found(utf8, cp949, bom);
        return new ByteFacts(
                size,
                HexFormat.of().formatHex(digest.digest()),
                found == utf8 ? Encoding.UTF_8 : Encoding.CP949,
                found.totalLines());
    }

    /** Text that is in both encodings is plain ASCII, or UTF-8 by every likelihood. */
    private static StrictDecoding found(StrictDecoding utf8, StrictDecoding cp949, boolean bom) {
        if (utf8.fits()) {
            return utf8;
        }
        if (bom) {
            throw UploadRefused.because("file.broken-utf-8", utf8.line());
        }
        if (cp949.fits()) {
            return cp949;
        }
        throw UploadRefused.because("file.encoding", utf8.line(), cp949.line());
    }

    private static void refuseNoText(byte[] start) {
        if (start.length == 0) {
            throw UploadRefused.because("file.empty");
        }
        Magic.of(start, Math.min(start.length, Magic.WANTED))
                .ifPresent(fault -> {
                    throw new UploadRefused(fault);
                });
    }

    private static boolean hasBom(byte[] start) {
        return start.length >= BOM.length
                && start[0] == BOM[0]
                && start[1] == BOM[1]
                && start[2] == BOM[2];
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
