package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class LittleFromStrangersTests {
    private static final String FILES = "multipart/form-data; boundary=x";
    private static final long LARGE = 3L << 20;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesLargeFilesOfStrangers() throws Exception {
        assertThat(sent(FILES, LARGE)).isEqualTo(413);
        assertThat(sent("Multipart/Form-Data; boundary=x", LARGE)).isEqualTo(413);
        assertThat(sent(FILES, -1)).as("untold length").isEqualTo(411);
    }

    @Test
    void letsTheRestPass() throws Exception {
        assertThat(sent(FILES, 1 << 20)).isEqualTo(200);
        assertThat(sent("application/x-www-form-urlencoded", LARGE)).isEqualTo(200);
        assertThat(sent(null, -1)).isEqualTo(200);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("u", "", "ROLE_x"));
        assertThat(sent(FILES, LARGE)).isEqualTo(200);
        assertThat(sent(FILES, -1)).isEqualTo(200);
    }

    private static int sent(@Nullable String type, long length)
            throws ServletException, IOException {
        var request =
                new MockHttpServletRequest("POST", "/ledger/checks") {
                    @Override
                    public long getContentLengthLong() {
                        return length;
                    }
                };
        request.setContentType(type);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new LittleFromStrangers().doFilter(request, response, chain);
        assertThat(chain.getRequest() == null).isEqualTo(response.getStatus() != 200);
        return response.getStatus();
    }
}
