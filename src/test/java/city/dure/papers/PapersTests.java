package city.dure.papers;

import static city.dure.papers.EvilFiles.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.papers.PaperRefused.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PapersTests {
    private final Papers papers = new Papers();

    @Test
    void takesPhotosScansAndPdfs() throws IOException {
        assertThat(papers.check(jpeg(60, 40)).kind()).isEqualTo(PaperKind.JPEG);
        assertThat(papers.check(png(60, 40)).kind()).isEqualTo(PaperKind.JPEG);
        assertThat(papers.check(pdf(2)).kind()).isEqualTo(PaperKind.PDF);
    }

    @Test
    void leavesCameraAndPlaceBehind() throws IOException {
        byte[] photo = withExif(jpeg(60, 40), 1);
        assertThat(text(photo)).contains("Exif", "CANARY-GPS");
        assertThat(text(papers.check(photo).bytes())).doesNotContain("Exif", "CANARY-GPS");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60, 40, 5, 5",
        "2, 60, 40, 55, 5",
        "3, 60, 40, 55, 35",
        "4, 60, 40, 5, 35",
        "5, 40, 60, 5, 5",
        "6, 40, 60, 35, 5",
        "7, 40, 60, 35, 55",
        "8, 40, 60, 5, 55"
    })
    void setsPhonePhotosUpright(int orientation, int width, int height, int redX, int redY)
            throws IOException {
        BufferedImage upright = decode(papers.check(withExif(jpeg(60, 40), orientation)).bytes());
        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        Color marked = new Color(upright.getRGB(redX, redY));
        assertThat(marked.getRed()).isGreaterThan(180);
        assertThat(marked.getGreen()).isLessThan(90);
    }

    @Test
    void survivesNonsenseInExif() throws IOException {
        byte[] photo = withExif(jpeg(60, 40), 6);
        int at = text(photo).indexOf("Exif") + 10;
        Arrays.fill(photo, at, at + 8, (byte) 0xFF);
        assertThat(decode(papers.check(photo).bytes()).getWidth()).isEqualTo(60);
    }

    @Test
    void dropsWhatIsHiddenBehindAPicture() throws IOException {
        byte[] polyglot = join(jpeg(60, 40), "<script>CANARY()</script>PK\3\4".getBytes());
        assertThat(text(papers.check(polyglot).bytes())).doesNotContain("CANARY", "PK\3\4");
        byte[] packed = pngWithTextBomb();
        assertThat(papers.check(packed).bytes().length).isLessThan(10_000);
    }

    @Test
    void shrinksBigPhotosWithoutRefusingThem() throws IOException {
        BufferedImage photo = decode(papers.check(jpeg(6000, 4000)).bytes());
        assertThat(photo.getWidth()).isBetween(2900, 3100);
    }

    @Test
    void refusesPixelFloodsByTheirHeader() throws IOException {
        assertRefused(Reason.TOO_MANY_PIXELS, hugePng(60_000, 60_000));
        assertRefused(Reason.TOO_MANY_PIXELS, hugeJpeg());
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] jpeg = jpeg(600, 400);
        byte[] png = png(600, 400);
        byte[] pdf = pdf(3);
        assertRefused(Reason.BROKEN, Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
        assertRefused(Reason.BROKEN, Arrays.copyOf(jpeg, 4));
        assertRefused(Reason.BROKEN, Arrays.copyOf(png, png.length * 2 / 3));
        assertRefused(Reason.BROKEN, Arrays.copyOf(png, png.length - 12));
        assertRefused(Reason.BROKEN, Arrays.copyOf(pdf, pdf.length * 2 / 3));
    }

    @Test
    void refusesADamagedPicture() throws IOException {
        byte[] png = png(60, 40);
        png[text(png).indexOf("IDAT") + 10] ^= 1;
        assertRefused(Reason.BROKEN, png);
    }

    @Test
    void refusesWhatOnlyHasTheName() {
        assertRefused(Reason.UNKNOWN_KIND, "MZ\220\0 program.exe as photo.jpg".getBytes());
        assertRefused(Reason.UNKNOWN_KIND, "<html><script>1</script></html>".getBytes());
        assertRefused(Reason.UNKNOWN_KIND, "GIF89a".getBytes());
        assertRefused(Reason.BROKEN, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3});
        assertRefused(Reason.BROKEN, "%PDF-1.7 nothing follows %%EOF".getBytes());
    }

    @Test
    void knowsTheFormatOfIPhones() {
        assertRefused(Reason.HEIC, "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes());
    }

    @Test
    void refusesEmptyAndOversized() {
        assertRefused(Reason.EMPTY, new byte[0]);
        assertRefused(Reason.TOO_LARGE, new byte[Papers.MAX_BYTES + 1]);
    }

    @Test
    void cleansAPdfOfAllThatActsOrHides() throws IOException {
        byte[] evil = evilPdf();
        assertThat(text(evil)).contains("CANARY-JS", "CANARY-AUTHOR", "CANARY-XMP", "CANARY-FILE");
        byte[] clean = uncompressed(papers.check(evil).bytes());
        assertThat(text(clean))
                .doesNotContain("CANARY", "JavaScript", "OpenAction", "EmbeddedFile", "Launch");
        try (PDDocument document = Loader.loadPDF(clean)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void dropsEarlierRevisionsOfAPdf() throws IOException {
        byte[] revised = revisedPdf();
        assertThat(text(revised)).contains("CANARY-OLD");
        assertThat(text(uncompressed(papers.check(revised).bytes()))).doesNotContain("CANARY-OLD");
    }

    @Test
    void refusesLockedAndEndlessPdfs() throws IOException {
        assertRefused(Reason.ENCRYPTED, lockedPdf("user-password"));
        assertRefused(Reason.ENCRYPTED, lockedPdf(""));
        assertRefused(Reason.TOO_MANY_PAGES, pdf(51));
        assertRefused(Reason.TOO_COMPLEX, pdfBomb());
    }

    @Test
    void keepsTheHeapSteadyWithEvilFiles() throws IOException {
        byte[] flood = hugePng(60_000, 60_000);
        byte[] bomb = pdfBomb();
        System.gc();
        long before = used();
        assertRefused(Reason.TOO_MANY_PIXELS, flood);
        assertRefused(Reason.TOO_COMPLEX, bomb);
        assertThat(used() - before).isLessThan(64L * 1024 * 1024);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void assertRefused(Reason reason, byte[] file) {
        assertThatThrownBy(() -> papers.check(file))
                .isInstanceOfSatisfying(
                        PaperRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static BufferedImage decode(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
