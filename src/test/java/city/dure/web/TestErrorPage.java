package city.dure.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The page that a server shows after a refusal; MockMvc itself goes no further than the refusal.
 */
public final class TestErrorPage {
    private TestErrorPage() {}

    /** The page for this refused request, in Korean, in the tone of the place it was sent to. */
    public static MvcTestResult after(MvcTestResult refused, MockMvcTester mvc) {
        return mvc.get()
                .uri("/error")
                .accept(MediaType.TEXT_HTML)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, refused.getResponse().getStatus())
                .requestAttr(
                        RequestDispatcher.ERROR_REQUEST_URI,
                        Objects.requireNonNull(refused.getRequest().getRequestURI()))
                .requestAttr(
                        RequestDispatcher.ERROR_EXCEPTION,
                        Objects.requireNonNull(refused.getMvcResult().getResolvedException()))
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .exchange();
    }
}
