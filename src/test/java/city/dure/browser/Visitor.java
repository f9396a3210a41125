package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One person with one browser window; what the browser complains about (errors of scripts, missing
 * files, breaches of the content security policy) fails the test when the window is closed.
 */
final class Visitor implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    private final String portal;

    Visitor(Browser browser, String portal, int width, int height) {
        this.portal = portal;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("ko-KR")
                                .setTimezoneId("Asia/Seoul")
                                .setReducedMotion(
                                        com.microsoft.playwright.options.ReducedMotion.REDUCE)
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

    /** Opens a page of the portal. */
    Response open(String path) {
        return page.navigate(portal + path);
    }

    /** Signs in on the demo's page as one of its people and comes back to the page asked for. */
    void enterAs(String username, String path) {
        open(path);
        page.locator("form:has(input[value='" + username + "']) button").click();
        page.waitForURL("**" + path + "**");
    }

    /** Presses a button by its words. */
    void press(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).click();
    }

    /** Follows a link by its words. */
    void follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
    }

    /** Waits until the words can be read. */
    Locator sees(String words) {
        Locator found = page.getByText(words).first();
        found.waitFor();
        return found;
    }

    /** Keeps a picture of the whole page. */
    void photograph(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /** Whatever axe finds serious or worse on the present page, one line each. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule ->
                                rule.getNodes().stream()
                                        .map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
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
