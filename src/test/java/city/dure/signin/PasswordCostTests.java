package city.dure.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Whether a name exists does not show in how long the answer takes: both cost one look at a hash
 * that is made to be slow, and nothing else of weight differs.
 */
@PortalTest
class PasswordCostTests {
    @Autowired MockMvcTester mvc;
    @Autowired PasswordEncoder encoder;

    private final AtomicInteger looks = new AtomicInteger();
    private Map<String, PasswordEncoder> kinds;
    private PasswordEncoder bcrypt;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void countsLooksAtHashes() {
        kinds =
                (Map<String, PasswordEncoder>)
                        Objects.requireNonNull(
                                ReflectionTestUtils.getField(encoder, "idToPasswordEncoder"));
        bcrypt = Objects.requireNonNull(kinds.get("bcrypt"));
        kinds.put("bcrypt", new Counting());
    }

    @AfterEach
    void countsNoMore() {
        kinds.put("bcrypt", bcrypt);
    }

    @Test
    void isTheSameForAWrongPasswordAndAnUnknownName() {
        assertThat(cost("citizen.park")).isEqualTo(1);
        assertThat(cost("nobody-" + UUID.randomUUID())).isEqualTo(1);
    }

    private int cost(String username) {
        int before = looks.get();
        assertThat(
                        mvc.post()
                                .uri("/idp/login")
                                .param("username", username)
                                .param("password", "guess")
                                .remoteAddress("198.18.1.1")
                                .with(csrf()))
                .hasRedirectedUrl("/idp/login?error");
        return looks.get() - before;
    }

    private final class Counting implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            looks.incrementAndGet();
            return bcrypt.matches(password, hash);
        }
    }
}
