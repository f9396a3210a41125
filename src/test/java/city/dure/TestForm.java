package city.dure;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A form as a page of the portal sends it, with its hidden fields. */
public final class TestForm {
    private TestForm() {}

    /**
     * What the portal answers.
     *
     * @param fields such as {@code name=행복빵집}; where none is given the operation is a new one, and
     *     the version one that never was
     */
    public static MvcTestResult post(
            MockMvcTester mvc, String path, String user, String... fields) {
        return post(mvc, path, TestSignIn.as(user), fields);
    }

    /** The same of the holder of an account. */
    public static MvcTestResult post(
            MockMvcTester mvc, String path, AccountId user, String... fields) {
        return post(mvc, path, TestSignIn.as(user), fields);
    }

    private static MvcTestResult post(
            MockMvcTester mvc, String path, RequestPostProcessor user, String... fields) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("operation", UUID.randomUUID().toString());
        sent.put("version", "-1");
        for (String field : fields) {
            sent.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        var request = mvc.post().uri(path).with(csrf()).with(user);
        sent.forEach(request::param);
        return request.exchange();
    }
}
