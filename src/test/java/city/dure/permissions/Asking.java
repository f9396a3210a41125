package city.dure.permissions;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.identity.TestSignIn;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Asks the portal as somebody and says how it answered. */
record Asking(MockMvcTester mvc) {
    /** Instead of a status: whoever asks is to say first who they are. */
    static final int SENT_TO_SIGN_IN = -1;

    /** Asked with the hidden fields that a page of ours sends. */
    int status(String method, String path, @Nullable String username, boolean htmx) {
        return status(method, path, username, htmx, hidden());
    }

    /** What pages of ours put into forms for nobody to type. */
    static Map<String, String> hidden() {
        return Map.of("operation", UUID.randomUUID().toString(), "version", "0", "taken", "0");
    }

    int status(
            String method,
            String path,
            @Nullable String username,
            boolean htmx,
            Map<String, String> fields) {
        var request = mvc.method(HttpMethod.valueOf(method)).uri(path).with(csrf());
        fields.forEach(request::param);
        if (username != null) {
            request = request.with(TestSignIn.as(username));
        }
        if (htmx) {
            request = request.header("HX-Request", "true");
        }
        var result = request.exchange();
        if (result.getUnresolvedException() != null) {
            throw new AssertionError(
                    "%s %s breaks for %s".formatted(method, path, username),
                    result.getUnresolvedException());
        }
        var response = result.getResponse();
        String target = response.getRedirectedUrl();
        boolean signIn =
                (target != null && target.contains("/oauth2/authorization/"))
                        || response.getHeader("HX-Redirect") != null
                        || response.getStatus() == 401;
        return signIn ? SENT_TO_SIGN_IN : response.getStatus();
    }
}
