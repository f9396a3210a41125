package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Takes a file by what it holds, never by its name: JPEG and PNG pictures are decoded and encoded
 * anew, PDFs are written anew without anything that acts or hides.
 */
@Service
public class Papers {
    /** The largest file taken, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    // Brands of ISO/IEC 23008-12 that phones write.
    private static final Set<String> HEIC =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    // Decoding takes tens of megabytes each: two at a time keep the heap steady.
    private final Semaphore decoders = new Semaphore(2);

    /**
     * Checks and cleans a file.
     *
     * @throws PaperRefused with the reason, when it is not taken
     */
    public Paper check(byte[] file) {
        return decoding(file, Papers::clean);
    }

    /**
     * Checks and cleans a picture and makes it as small as pages show it.
     *
     * @throws PaperRefused with the reason, when it is not taken
     */
    public Photo photo(byte[] file) {
        return decoding(file, Papers::small);
    }

    private <T> T decoding(byte[] file, Function<byte[], T> decoder) {
        if (file.length == 0) {
            throw new PaperRefused(Reason.EMPTY);
        }
        if (file.length > MAX_BYTES) {
            throw new PaperRefused(Reason.TOO_LARGE);
        }
        decoders.acquireUninterruptibly();
        try {
            return decoder.apply(file);
        } finally {
            decoders.release();
        }
    }

    private static Photo small(byte[] file) {
        if (startsWith(file, JPEG)) {
            return Photo.of(Pictures.uprightJpeg(file));
        }
        if (startsWith(file, PngChunks.SIGNATURE)) {
            return Photo.of(Pictures.uprightPng(file));
        }
        throw new PaperRefused(isHeic(file) ? Reason.HEIC : Reason.NO_PICTURE);
    }

    private static Paper clean(byte[] file) {
        if (startsWith(file, JPEG)) {
            return new Paper(PaperKind.JPEG, Pictures.cleanJpeg(file));
        }
        if (startsWith(file, PngChunks.SIGNATURE)) {
            return new Paper(PaperKind.JPEG, Pictures.cleanPng(file));
        }
        if (startsWith(file, PDF)) {
            return new Paper(PaperKind.PDF, Pdfs.clean(file));
        }
        throw new PaperRefused(isHeic(file) ? Reason.HEIC : Reason.UNKNOWN_KIND);
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length
                && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isHeic(byte[] file) {
        return file.length >= 12
                && new String(file, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")
                && HEIC.contains(new String(file, 8, 4, StandardCharsets.ISO_8859_1));
    }
}
