package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Service;

/**
 * Takes an emblem by what it holds: of an SVG only its shapes are written anew, a PNG is decoded
 * and encoded anew, no larger than pages need it.
 */
@Service
public class Emblems {
    /** The largest file taken, in bytes. */
    public static final int MAX_BYTES = 512 * 1024;

    private static final int LARGEST_SIDE = 4_096;
    private static final int KEPT_SIDE = 512;

    /**
     * Checks and cleans a file.
     *
     * @throws PaperRefused with the reason, when it is not taken
     */
    public Emblem check(byte[] file) {
        if (file.length == 0) {
            throw new PaperRefused(Reason.EMPTY);
        }
        if (file.length > MAX_BYTES) {
            throw new PaperRefused(Reason.TOO_LARGE);
        }
        boolean png = Arrays.mismatch(file, PngChunks.SIGNATURE) == PngChunks.SIGNATURE.length;
        return png ? new Emblem("png", cleanPng(file), 0) : SvgPicture.clean(file);
    }

    private static byte[] cleanPng(byte[] file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try {
            reader.setInput(
                    new MemoryCacheImageInputStream(
                            new ByteArrayInputStream(PngChunks.pictureOnly(file))),
                    true,
                    true);
            if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                throw new PaperRefused(Reason.TOO_MANY_PIXELS);
            }
            return encode(reader.read(0));
        } catch (IOException | RuntimeException e) {
            throw e instanceof PaperRefused refused ? refused : new PaperRefused(Reason.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        double largest = Math.max(picture.getWidth(), picture.getHeight());
        double scale = Math.min(1, KEPT_SIDE / largest);
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = kept.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(kept, "png", out);
        return out.toByteArray();
    }
}
