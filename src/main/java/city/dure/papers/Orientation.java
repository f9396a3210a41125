package city.dure.papers;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a phone held its camera: the orientation tag of EXIF (CIPA DC-008, tag 0x0112). */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private Orientation() {}

    /** The tag of a JPEG, 1 to 8; 1 when there is none or it makes no sense. */
    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return UPRIGHT;
        }
    }

    /** The move that sets a picture of this size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int inSegments(ByteBuffer in) {
        int at = 2;
        while (in.get(at) == (byte) 0xFF && in.get(at + 1) != (byte) 0xDA) {
            int length = Short.toUnsignedInt(in.getShort(at + 2));
            boolean app1 = in.get(at + 1) == (byte) 0xE1;
            if (app1 && length > EXIF.length + 2 && isExif(in, at + 4)) {
                int start = at + 4 + EXIF.length;
                return inTiff(in.slice(start, length - 2 - EXIF.length));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer in, int at) {
        return in.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
