package city.dure.browser;

import city.dure.web.Conflict;
import com.microsoft.playwright.Route;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What goes wrong rarely, on purpose. */
final class Failures {
    private Failures() {}

    /** Opens the page of an error with this status, as the portal renders it. */
    static void open(Visitor visitor, MockMvcTester mvc, int status) {
        visitor.page()
                .route(
                        "**/failure/" + status + "*",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("text/html; charset=utf-8")
                                                .setBody(
                                                        page(mvc, status, route.request().url()))));
        visitor.open("/failure/" + status);
    }

    private static String page(MockMvcTester mvc, int status, String address) {
        var answer =
                mvc.get()
                        .uri("/error")
                        .accept(MediaType.TEXT_HTML)
                        .param("lang", address.endsWith("lang=en") ? "en" : "ko")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
        if (status == 409) {
            answer.requestAttr(
                    RequestDispatcher.ERROR_EXCEPTION, new Conflict.Changed("review.shop-changed"));
        }
        return new String(
                answer.with(
                                request -> {
                                    request.setDispatcherType(DispatcherType.ERROR);
                                    return request;
                                })
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    /** A photo with nothing on it. */
    static byte[] photo() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "jpg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
