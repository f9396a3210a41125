package city.dure.papers;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.springframework.mock.web.MockMultipartFile;

/** Good and evil files, drawn by the tests themselves. */
public final class EvilFiles {
    private EvilFiles() {}

    /** A photo that is red at its top left and blue elsewhere. */
    public static byte[] jpeg(int width, int height) throws IOException {
        return write("jpeg", width, height);
    }

    public static byte[] png(int width, int height) throws IOException {
        return write("png", width, height);
    }

    public static byte[] pdf(int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            return plain(document);
        }
    }

    static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] note = "CANARY-GPS".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(26 + note.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(note);
        byte[] exif = join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
        var segment = ByteBuffer.allocate(4 + exif.length);
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.length + 2)).put(exif);
        byte[] rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, segment.array(), rest);
    }

    /** A small file that says it is a picture of 3.6 billion pixels. */
    static byte[] hugePng(int width, int height) throws IOException {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        byte[] rows = packed(new byte[1_000_000]);
        return join(PngChunks.SIGNATURE, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND"));
    }

    static byte[] hugeJpeg() throws IOException {
        byte[] jpeg = jpeg(60, 40);
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        int frame = text.indexOf("\u00FF\u00C0");
        ByteBuffer.wrap(jpeg)
                .putShort(frame + 5, (short) 60_000)
                .putShort(frame + 7, (short) 60_000);
        return jpeg;
    }

    /** A palette picture with a text chunk of 200 MB packed into 200 kB. */
    static byte[] pngWithTextBomb() throws IOException {
        byte[] header =
                ByteBuffer.allocate(13).putInt(2).putInt(1).put(new byte[] {8, 3, 0, 0, 0}).array();
        byte[] keyword = {'x', 0, 0};
        byte[] bomb = join(keyword, packed(new byte[200_000_000]));
        return join(
                PngChunks.SIGNATURE,
                chunk("IHDR", header),
                chunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6}),
                chunk("zTXt", bomb),
                chunk("IDAT", packed(new byte[] {0, 0, 1})),
                chunk("IEND"));
    }

    static byte[] evilPdf() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setAuthor("CANARY-AUTHOR");
            var catalog = document.getDocumentCatalog();
            catalog.setOpenAction(new PDActionJavaScript("app.alert('CANARY-JS')"));
            byte[] xmp = "<x>CANARY-XMP</x>".getBytes(StandardCharsets.UTF_8);
            catalog.setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp)));
            var names = new PDDocumentNameDictionary(catalog);
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("CANARY-NAME", embedded(document)));
            names.setEmbeddedFiles(files);
            catalog.setNames(names);
            var link = new PDAnnotationLink();
            var launch = new PDActionLaunch();
            launch.setF("CANARY.exe");
            link.setAction(launch);
            var attachment = new PDAnnotationFileAttachment();
            attachment.setFile(embedded(document));
            page.getAnnotations().add(link);
            page.getAnnotations().add(attachment);
            return plain(document);
        }
    }

    /** A page whose first version, with other words in it, is still in the file. */
    static byte[] revisedPdf() throws IOException {
        byte[] first;
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setLanguage("CANARY-OLD");
            first = plain(document);
        }
        try (PDDocument document = Loader.loadPDF(first)) {
            document.getDocumentCatalog().setLanguage("ko");
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    static byte[] lockedPdf(String password) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(
                    new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return plain(document);
        }
    }

    /** An object stream of 200 MB packed into 200 kB. */
    static byte[] pdfBomb() throws IOException {
        byte[] packed = packed(new byte[200_000_000]);
        String head =
                "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
                        + packed.length
                        + ">>\nstream\n";
        String tail = "\nendstream\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        return join(
                head.getBytes(StandardCharsets.US_ASCII),
                packed,
                tail.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] uncompressed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(document);
        }
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static PDComplexFileSpecification embedded(PDDocument document) throws IOException {
        byte[] bytes = "CANARY-FILE".getBytes(StandardCharsets.UTF_8);
        var file = new PDComplexFileSpecification();
        file.setFile("CANARY.txt");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes)));
        return file;
    }

    private static byte[] plain(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out, CompressParameters.NO_COMPRESSION);
        return out.toByteArray();
    }

    private static byte[] write(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte... data) {
        byte[] typed = join(type.getBytes(StandardCharsets.US_ASCII), data);
        var sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A file as a browser sends it, whatever it says to be. */
    public static MockMultipartFile sent(String field, byte[] bytes) {
        return new MockMultipartFile(field, field + ".jpg", "image/jpeg", bytes);
    }
}
