package city.dure.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmblemsTests {
    private static final String CIRCLE = "<circle cx='4' cy='4' r='4' fill='#0b50d0'/>";

    private final Emblems emblems = new Emblems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g onclick='alert(1)'/>",
                "<g onload='alert(1)'/>",
                "<a href='javascript:alert(1)'><rect/></a>",
                "<image href='https://example.org/x.png'/>",
                "<use href='#a'/>",
                "<foreignObject><p>text</p></foreignObject>",
                "<style>@import 'https://example.org/x.css'</style>",
                "<animate attributeName='x' to='1'/>",
                "<set attributeName='x' to='1'/>",
                "<rect fill='url(https://example.org/#a)'/>",
                "<rect style='fill:url(//example.org/#a)'/>",
                "<rect style='background:url(x)'/>",
                "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
                "<rect xml:base='https://example.org/'/>",
            })
    void leavesOutWhatIsNoPicture(String part) {
        Emblem clean = emblems.check(svg(part + CIRCLE));
        assertThat(clean.removed()).isPositive();
        assertThat(text(clean))
                .contains("<circle")
                .doesNotContain(
                        "script",
                        "onclick",
                        "onload",
                        "href",
                        "example.org",
                        "import",
                        "text",
                        "background",
                        "animate");
    }

    @Test
    void keepsShapesAndTheirColours() {
        String whole =
                "<defs><linearGradient id='a'><stop offset='0' stop-color='#fff'/></linearGradient>"
                        + "</defs><path d='M0 0h9v9z' style='fill:url(#a);stroke-width:2'/>"
                        + "<g transform='rotate(45 4 4)'>"
                        + CIRCLE
                        + "</g>";
        Emblem clean = emblems.check(svg(whole));
        assertThat(clean.removed()).isZero();
        assertThat(text(clean))
                .contains(
                        "viewBox=\"0 0 9 9\"",
                        "stop-color=\"#fff\"",
                        "fill=\"url(#a)\"",
                        "stroke-width=\"2\"",
                        "transform=\"rotate(45 4 4)\"")
                .doesNotContain("style");
        assertThat(text(emblems.check(clean.bytes()))).isEqualTo(text(clean));
    }

    @Test
    void unfoldsNoEntitiesAndFetchesNothing() {
        String bomb =
                "<!DOCTYPE svg [<!ENTITY a '"
                        + "x".repeat(1000)
                        + "'><!ENTITY b SYSTEM 'file:///etc/hostname'>]>"
                        + new String(svg("<title>&a;&b;</title>" + CIRCLE), StandardCharsets.UTF_8);
        try {
            assertThat(text(emblems.check(bomb.getBytes(StandardCharsets.UTF_8))))
                    .doesNotContain("xxxx");
        } catch (PaperRefused e) {
            assertThat(e.reason()).isEqualTo(PaperRefused.Reason.UNKNOWN_KIND);
        }
    }

    @Test
    void refusesWhatShowsNothingOrTooMuch() {
        refuses(svg("<title>nothing</title>"), PaperRefused.Reason.EMPTY);
        refuses(
                svg("<g>".repeat(60) + CIRCLE + "</g>".repeat(60)),
                PaperRefused.Reason.TOO_COMPLEX);
        refuses(svg("<rect/>".repeat(5_001)), PaperRefused.Reason.TOO_COMPLEX);
        refuses("<html/>".getBytes(StandardCharsets.UTF_8), PaperRefused.Reason.UNKNOWN_KIND);
        refuses("GIF89a".getBytes(StandardCharsets.UTF_8), PaperRefused.Reason.UNKNOWN_KIND);
        refuses(new byte[Emblems.MAX_BYTES + 1], PaperRefused.Reason.TOO_LARGE);
        refuses(new byte[0], PaperRefused.Reason.EMPTY);
    }

    @Test
    void writesAPngAnewNoLargerThanNeeded() throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1024, 512, BufferedImage.TYPE_INT_ARGB), "png", file);
        Emblem clean = emblems.check(file.toByteArray());
        var picture = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
        assertThat(clean.contentType()).isEqualTo("image/png");
        assertThat(picture.getWidth()).isEqualTo(512);
        assertThat(picture.getHeight()).isEqualTo(256);
        assertThat(picture.getColorModel().hasAlpha()).isTrue();
    }

    private void refuses(byte[] file, PaperRefused.Reason reason) {
        assertThatThrownBy(() -> emblems.check(file))
                .isInstanceOfSatisfying(
                        PaperRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] svg(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Emblem emblem) {
        return new String(emblem.bytes(), StandardCharsets.UTF_8);
    }
}
