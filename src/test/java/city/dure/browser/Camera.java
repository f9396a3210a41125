package city.dure.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;

/** Keeps pictures: on a desk and on a phone, in both languages, and on paper. */
final class Camera implements Eye {
    private static final Path SCREENS = Path.of("target", "screens");

    @Override
    public void look(Visitor visitor, String name) {
        String address = visitor.page().url();
        lookOnce(visitor, name);
        visitor.page().navigate(Visitor.inLanguage(address, "en"));
        bothSizes(visitor, name + ".en");
        visitor.page().navigate(Visitor.inLanguage(address, "ko"));
    }

    @Override
    public void lookOnce(Visitor visitor, String name) {
        bothSizes(visitor, name + ".ko");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        take(visitor, name + ".print");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void bothSizes(Visitor visitor, String name) {
        take(visitor, name + ".1440");
        visitor.withPhone();
        take(visitor, name + ".360");
        visitor.withDesk();
    }

    private static void take(Visitor visitor, String name) {
        visitor.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(SCREENS.resolve(name + ".png"))
                                .setFullPage(true));
    }
}
