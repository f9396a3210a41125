package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The poster for the counter, as it comes out of the printer. */
class PosterTests extends BrowserTest {
    /** Of a sheet of A4, in points. */
    private static final float WIDTH = 595.28f;

    private static final float HEIGHT = 841.89f;

    private record Printed(int sheets, float width, float height, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void fitsOnOneSheet(String language) throws IOException {
        try (Visitor owner = visitor()) {
            owner.enterAs("shop.bakery");
            owner.open("/shop");
            owner.page().locator(".du-card__link").first().click();
            owner.open(Visitor.inLanguage(owner.path() + "/poster", language));
            String name = owner.page().locator(".du-poster__name").innerText();

            String number = owner.page().locator(".du-poster__number strong").innerText();

            Printed printed = print(owner);
            assertThat(printed.sheets()).isOne();
            assertThat(printed.width()).isCloseTo(WIDTH, within(1f));
            assertThat(printed.height()).isCloseTo(HEIGHT, within(1f));
            assertThat(printed.text())
                    .contains(name, number, "/pay")
                    .doesNotContain(owner.page().locator("[data-print]").innerText());

            owner.page()
                    .locator(".du-poster__name")
                    .evaluate("name => name.textContent = '가나다라마'.repeat(20)");
            assertThat(print(owner).sheets()).as("with a long name").isOne();
            owner.page()
                    .locator(".du-poster")
                    .evaluate("poster => poster.style.minHeight = '300mm'");
            assertThat(print(owner).sheets()).as("a longer one is noticed").isEqualTo(2);
        }
    }

    private static Printed print(Visitor visitor) throws IOException {
        byte[] pdf = visitor.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (var paper = Loader.loadPDF(pdf)) {
            var sheet = paper.getPage(0).getMediaBox();
            return new Printed(
                    paper.getNumberOfPages(),
                    sheet.getWidth(),
                    sheet.getHeight(),
                    new PDFTextStripper().getText(paper).replaceAll("\\s+", " "));
        }
    }
}
