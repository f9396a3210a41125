package city.dure.browser;

import city.dure.TestDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test in which people use the demo city in a real browser. All of them share one portal with a
 * database of its own; without a Chromium they are skipped, saying so.
 */
@Tag("browser")
@ActiveProfiles("demo")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "dure.home=target/browser-home")
@AutoConfigureMockMvc
abstract class BrowserTest {
    private static final int PORT = freePort();

    private static Playwright playwright;
    private static Browser browser;

    @DynamicPropertySource
    static void portal(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("server.address", () -> "127.0.0.1");
        properties.add(
                "spring.datasource.url",
                () ->
                        "jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;MODE=PostgreSQL"
                                + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                                + ";WRITE_DELAY=0");
        properties.add("dure.log.folder", () -> TestDatabase.outside("browser", "log"));
        properties.add("dure.log.anchors", () -> TestDatabase.outside("browser", "anchors"));
    }

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium = chromium();
        Assumptions.assumeTrue(
                chromium.isPresent(),
                "no Chromium found: install it (.ci/run does) or name it in DURE_CHROMIUM");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium.get())
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Where the portal answers. */
    static String address() {
        return "http://127.0.0.1:" + PORT;
    }

    /** Somebody at a desk, with a window of their own, who reads Korean. */
    static Visitor visitor() {
        return new Visitor(browser, "http://127.0.0.1:" + PORT, 1440, 900);
    }

    /** Somebody at a desk who uses another portal. */
    static Visitor visitorAt(String portal) {
        return new Visitor(browser, portal, 1440, 900);
    }

    /** Somebody with a phone. */
    static Visitor visitorWithPhone() {
        return new Visitor(browser, "http://127.0.0.1:" + PORT, 360, 740);
    }

    /** Somebody with a phone that runs no JavaScript. */
    static Visitor visitorWithoutScripts() {
        return new Visitor(browser, "http://127.0.0.1:" + PORT, 360, 740, false);
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("DURE_CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A port that nobody uses. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
