package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A draft is kept while it is typed, before anybody presses a button. */
@PortalTest
class TypingTests {
    private static final String OWNER = "citizen.lee";

    @Autowired MockMvcTester mvc;

    @Test
    void isKeptWithoutAWordAboutWhatIsNotFinished() {
        String draft = begin();
        assertThat(type(draft + "/shop", OWNER, "name", "반쯤 쓴"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"kept\"", "저장했어요")
                .doesNotContain("<html", "가게 주소를 적어");
        assertThat(mvc.get().uri(draft + "/shop").with(as(OWNER))).bodyText().contains("반쯤 쓴");
        assertThat(type(draft + "/owner", OWNER, "ownerName", "이")).hasStatusOk();
        assertThat(mvc.get().uri(draft + "/owner").with(as(OWNER)))
                .bodyText()
                .contains("value=\"이\"", "hx-trigger=\"input delay:1s\"");
    }

    @Test
    void isKeptByItsAuthorAlone() {
        String draft = begin();
        assertThat(type(draft + "/shop", "citizen.park", "name", "남의 것")).hasStatus(404);
        assertThat(mvc.get().uri(draft + "/shop").with(as(OWNER)))
                .bodyText()
                .doesNotContain("남의 것");
    }

    private String begin() {
        var begun =
                mvc.post()
                        .uri("/merchants/applications/drafts")
                        .with(csrf())
                        .with(as(OWNER))
                        .param("operation", UUID.randomUUID().toString())
                        .exchange();
        return String.valueOf(begun.getResponse().getRedirectedUrl()).replace("/shop", "");
    }

    private MvcTestResult type(String path, String user, String field, String text) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(as(user))
                .param(field, text)
                .param("typing", "yes")
                .exchange();
    }
}
