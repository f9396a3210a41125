package city.dure.uploads;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Tries one encoding on a whole file, piece by piece, and finds the first line that is not in it.
 */
final class StrictDecoding {
    private final CharsetDecoder decoder;
    private final CharBuffer decoded = CharBuffer.allocate(8192);
    private final LineCounter lines = new LineCounter();
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean failed;

    StrictDecoding(Encoding encoding) {
        decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void accept(byte[] bytes, int offset, int length, boolean last) {
        if (failed) {
            return;
        }
        ByteBuffer in = joined(bytes, offset, length);
        CoderResult result;
        do {
            result = decoder.decode(in, decoded, last);
            countLines();
        } while (result.isOverflow());
        failed = result.isError();
        rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }

    /** Whether everything so far is in this encoding. */
    boolean fits() {
        return !failed;
    }

    /** The line of the first byte that is not in this encoding, or the last line. */
    long line() {
        return lines.line();
    }

    long totalLines() {
        return lines.total();
    }

    private ByteBuffer joined(byte[] bytes, int offset, int length) {
        if (!rest.hasRemaining()) {
            return ByteBuffer.wrap(bytes, offset, length);
        }
        return ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(bytes, offset, length)
                .flip();
    }

    private void countLines() {
        decoded.flip();
        while (decoded.hasRemaining()) {
            lines.accept(decoded.get());
        }
        decoded.clear();
    }
}
