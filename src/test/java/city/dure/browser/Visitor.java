package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person with one browser window; what the browser complains about (errors of scripts, missing
 * files, breaches of the content security policy) fails the test when the window is closed.
 */
final class Visitor implements AutoCloseable {
    /** The width of a phone that a page must fit on, in pixels. */
    static final int PHONE = 360;

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    private final String portal;

    Visitor(Browser browser, String portal, int width, int height) {
        this(browser, portal, width, height, true);
    }

    Visitor(Browser browser, String portal, int width, int height, boolean scripts) {
        this.portal = portal;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(scripts)
                                .setLocale("ko-KR")
                                .setTimezoneId("Asia/Seoul")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(width, height));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The window itself. */
    Page page() {
        return page;
    }

    /** Turns to a phone. */
    void withPhone() {
        page.setViewportSize(PHONE, 740);
    }

    /** Turns to a desk. */
    void withDesk() {
        page.setViewportSize(1440, 900);
    }

    /** The path of the present page. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    /** Opens a page of the portal. */
    Response open(String path) {
        return page.navigate(portal + path);
    }

    /** Signs in by the demo's button with these words. */
    void enterBy(String words) {
        open("/");
        if (page.locator(".du-menu-button").isVisible()) {
            press("메뉴");
        }
        follow("로그인");
        press(words);
        page.locator("form[action$='/logout']").first().waitFor(attached());
    }

    /** Signs in as one of the demo's people, by the name with which they sign in. */
    void enterAs(String username) {
        open("/oauth2/authorization/dure");
        page.locator("button[name=username][value='" + username + "']").click();
        page.locator("form[action$='/logout']").first().waitFor(attached());
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    /** Presses a button by its words. */
    void press(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    /** Presses a button whose words fit a pattern. */
    void pressLike(String pattern) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile(pattern)))
                .first()
                .click();
    }

    /** Follows a link by its words. */
    void follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    /** Downloads what the link with these words leads to; its text. */
    String download(String words) {
        Download file =
                page.waitForDownload(() ->
                        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                                .first()
                                .click());
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the words can be read. */
    void sees(String words) {
        page.getByText(words).first().waitFor();
    }

    /** Waits until what is under way has ended; until then the page may open itself again. */
    void waitsForTheEnd() {
        page.locator("#progress")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Scrolls on until the words are in view. */
    void scrollTo(String words) {
        page.getByText(words).first().scrollIntoViewIfNeeded();
    }

    /** Writes into the field with this label. */
    void write(String label, String text) {
        field(label).fill(text);
    }

    /** Chooses from the list with this label. */
    void choose(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
    }

    /** Chooses the first real option of the list with this label. */
    void chooseAny(String label) {
        field(label).selectOption(new SelectOption().setIndex(1));
    }

    /** Ticks the box with this label. */
    void tick(String label) {
        page.getByLabel(label).first().check();
    }

    /** Opens what is folded under these words. */
    void unfold(String words) {
        page.locator("summary", new Page.LocatorOptions().setHasText(words)).click();
    }

    /** Puts a file into the field with this label. */
    void attach(String label, Path file) {
        field(label).setInputFiles(file);
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first();
    }

    /** A path that also chooses the language of this and the following pages. */
    static String inLanguage(String path, String language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** Leaves out complaints about answers that a test asked for, such as a page not found. */
    void expectComplaint(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
