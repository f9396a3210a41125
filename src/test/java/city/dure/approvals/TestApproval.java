package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Approves on the page that owns a matter, as a second person does. */
public final class TestApproval {
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{64})\"");

    private TestApproval() {}

    /** Opens the page and presses the button of the form that goes to this path. */
    public static MvcTestResult approve(
            MockMvcTester mvc, String page, String path, RequestPostProcessor person) {
        return post(mvc, path, person, UUID.randomUUID(), mark(mvc, page, path, person));
    }

    /** The mark in the form of a page that goes to this path. */
    public static String mark(
            MockMvcTester mvc, String page, String path, RequestPostProcessor person) {
        String shown = text(mvc.get().uri(page).with(person).exchange());
        int form = shown.indexOf("action=\"" + path + "\"");
        assertThat(form).as("form to " + path).isPositive();
        var found = MARK.matcher(shown).region(form, shown.length());
        assertThat(found.find()).as("mark").isTrue();
        return found.group(1);
    }

    static MvcTestResult post(
            MockMvcTester mvc,
            String path,
            RequestPostProcessor person,
            UUID operation,
            String mark) {
        return mvc.post()
                .uri(path)
                .param("operation", operation.toString())
                .param("mark", mark)
                .with(person)
                .with(csrf())
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
