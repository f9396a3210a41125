package city.dure.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.access.Access.What;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class GuessingTests {
    private static final int TRIES = 10;

    @Autowired MockMvcTester mvc;
    @Autowired AccessLog log;

    @Test
    void slowsGuessingAtOneName() {
        String name = "guessed-" + UUID.randomUUID();
        for (int i = 0; i < TRIES; i++) {
            assertThat(signIn(name, "guess", "198.51.100.7", null).getStatus()).isEqualTo(302);
        }

        var refused = signIn(name, "guess", "198.51.100.7", null);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 901);
    }

    /** Another spelling of the address is the same address. */
    @Test
    void slowsGuessingHoweverTheAddressIsWritten() {
        String name = "spelled-" + UUID.randomUUID();
        for (int i = 0; i < TRIES; i++) {
            assertThat(spelled(name).getStatus()).isEqualTo(302);
        }
        assertThat(spelled(name).getStatus()).isEqualTo(429);
    }

    private MockHttpServletResponse spelled(String name) {
        return mvc.post()
                .uri(URI.create("/idp/%6Cogin"))
                .param("username", name)
                .param("password", "guess")
                .remoteAddress("198.51.103.7")
                .with(csrf())
                .exchange()
                .getResponse();
    }

    @Test
    void slowsTryingManyNamesFromOneNetwork() {
        int refused = 0;
        for (int i = 0; i < 105; i++) {
            String address = "192.0.2." + (i % 50);
            refused += signIn("sprayed-" + i, "guess", address, null).getStatus() == 429 ? 1 : 0;
        }

        assertThat(refused).isEqualTo(5);
    }

    @Test
    void letsTheOwnerInFromAKnownDeviceWhileOthersGuess() {
        var first = signIn("citizen.lee", "dure-demo", "203.0.113.9", null);
        Cookie known = known(first);
        for (int i = 0; i <= TRIES; i++) {
            signIn("citizen.lee", "guess", "203.0.113.9", null);
        }
        assertThat(signIn("citizen.lee", "dure-demo", "203.0.113.9", null).getStatus())
                .isEqualTo(429);

        var owner = signIn("citizen.lee", "dure-demo", "203.0.113.9", known);

        assertThat(owner.getStatus()).isEqualTo(302);
        assertThat(owner.getRedirectedUrl()).doesNotContain("error");
    }

    @Test
    void trustsNoForgedDevice() {
        Cookie known = known(signIn("citizen.park", "dure-demo", "203.0.113.77", null));
        var forged = new Cookie(known.getName(), UUID.randomUUID() + ".0123456789abcdef");
        for (int i = 0; i < TRIES; i++) {
            signIn("citizen.park", "guess", "203.0.113.77", forged);
        }

        assertThat(signIn("citizen.park", "guess", "203.0.113.77", forged).getStatus())
                .isEqualTo(429);
    }

    @Test
    void writesOneLineForManyFailures() {
        String name = "failing-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            signIn(name, "guess", "203.0.114.1", null);
        }

        var lines =
                log.page(null, null, 500).rows().stream()
                        .filter(line -> line.place().equals("203.0.114.0/24"))
                        .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().times()).isEqualTo(3);
        assertThat(lines.getFirst().what()).isEqualTo(What.FAILED);
        assertThat(lines.getFirst().who()).startsWith("n-").doesNotContain(name);
    }

    private MockHttpServletResponse signIn(
            String name, String password, String address, @Nullable Cookie cookie) {
        var request =
                mvc.post()
                        .uri("/idp/login")
                        .param("username", name)
                        .param("password", password)
                        .remoteAddress(address)
                        .with(csrf());
        return (cookie == null ? request : request.cookie(cookie)).exchange().getResponse();
    }

    private static Cookie known(MockHttpServletResponse response) {
        for (Cookie cookie : response.getCookies()) {
            if (cookie.getName().startsWith("known-")) {
                assertThat(cookie.isHttpOnly()).isTrue();
                return cookie;
            }
        }
        throw new AssertionError("no device was remembered: " + response.getStatus());
    }
}
