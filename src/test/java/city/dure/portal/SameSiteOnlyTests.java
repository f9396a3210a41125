package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.identity.TestSignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that another site makes a browser send is refused, even with a right token. */
@PortalTest
class SameSiteOnlyTests {
    @Autowired MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesFormsOfOthers(String from) {
        assertThat(begin(from)).hasStatus(403);
        assertThat(signIn(from)).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void takesItsOwn(String from) {
        assertThat(begin(from)).hasStatus3xxRedirection();
        assertThat(signIn(from)).hasStatus3xxRedirection();
    }

    @Test
    void letsLinksOfOthersIn() {
        assertThat(mvc.get().uri("/merchants").header("Sec-Fetch-Site", "cross-site"))
                .hasStatusOk();
    }

    private MvcTestResult begin(String from) {
        return mvc.post()
                .uri("/logout")
                .header("Sec-Fetch-Site", from)
                .with(TestSignIn.as("citizen.park"))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String from) {
        return mvc.post()
                .uri("/idp/login")
                .header("Sec-Fetch-Site", from)
                .param("username", "citizen.park")
                .param("password", "dure-demo")
                .remoteAddress("198.18.0.1")
                .with(csrf())
                .exchange();
    }
}
