package city.dure.papers;

import city.dure.papers.PaperRefused.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes a picture and encodes its pixels anew as JPEG, upright: place, camera and whatever else
 * the file carried stay behind.
 */
final class Pictures {
    /** Beyond this a file is no photo of a paper; above any phone's camera in its usual mode. */
    static final long MAX_PIXELS = 64_000_000;

    /** Larger pictures are read at every second, third … pixel, so that memory stays bounded. */
    private static final long KEPT_PIXELS = 12_500_000;

    private static final float QUALITY = 0.88f;

    private Pictures() {}

    static byte[] cleanJpeg(byte[] file) {
        return encode(uprightJpeg(file));
    }

    static byte[] cleanPng(byte[] file) {
        return encode(uprightPng(file));
    }

    static BufferedImage uprightJpeg(byte[] file) {
        return upright(decode("jpeg", file), Orientation.of(file));
    }

    static BufferedImage uprightPng(byte[] file) {
        return upright(decode("png", PngChunks.pictureOnly(file)), 1);
    }

    /** The same picture with no side longer than this many pixels, halved step by step. */
    static BufferedImage within(int side, BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest <= side) {
            return picture;
        }
        double scale = Math.max(0.5, (double) side / longest);
        return within(side, scaled(scale, picture));
    }

    private static BufferedImage scaled(double scale, BufferedImage picture) {
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = smaller.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return smaller;
    }

    private static BufferedImage decode(String format, byte[] file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        var cutOff = new AtomicBoolean();
        // A JPEG that ends early is filled up with grey and a warning.
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                cutOff.set(true);
            }
        });
        try {
            reader.setInput(
                    new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
            return requireWhole(reader.read(0, bounded(reader)), cutOff.get());
        } catch (IOException | RuntimeException e) {
            throw e instanceof PaperRefused refused ? refused : new PaperRefused(Reason.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage requireWhole(BufferedImage picture, boolean cutOff) {
        if (cutOff) {
            throw new PaperRefused(Reason.BROKEN);
        }
        return picture;
    }

    /** Asks the header alone for the size, before a single pixel is decoded. */
    private static ImageReadParam bounded(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MAX_PIXELS) {
            throw new PaperRefused(Reason.TOO_MANY_PIXELS);
        }
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return param;
    }

    static byte[] encode(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new PaperRefused(Reason.BROKEN, e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The picture as plain colours on white (JPEG knows no transparency), set upright. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean turned = orientation >= 5;
        var plain =
                new BufferedImage(
                        turned ? height : width,
                        turned ? width : height,
                        BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = plain.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        pen.drawImage(picture, Orientation.upright(orientation, width, height), null);
        pen.dispose();
        return plain;
    }
}
