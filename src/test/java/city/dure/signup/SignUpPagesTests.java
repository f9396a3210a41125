package city.dure.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.identity.Passwords;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody new chooses how to sign in. */
@PortalTest
class SignUpPagesTests {
    private static final String GOOD = "빵집 앞 은행나무 세 그루 아래";

    @Autowired MockMvcTester mvc;
    @Autowired Passwords passwords;
    @Autowired JdbcClient jdbc;

    private final String name = "new." + UUID.randomUUID();
    private String operation = UUID.randomUUID().toString();
    private int lastByte;

    @Test
    void opensOneAccountHoweverOftenItIsPressed() {
        assertThat(send(name, GOOD, GOOD)).hasRedirectedUrl("/idp/accounts/done");
        assertThat(send(name, GOOD, GOOD)).hasRedirectedUrl("/idp/accounts/done");
        assertThat(passwords.find(name.toUpperCase(java.util.Locale.ROOT))).isPresent();
        operation = UUID.randomUUID().toString();
        assertThat(send(name, GOOD, GOOD)).hasStatus(422).bodyText().contains("이미 있는 아이디");
    }

    @Test
    void keepsNoNameAsItWasTyped() {
        send(name, GOOD, GOOD);
        assertThat(passwords.find(name)).isPresent();
        assertThat(
                        jdbc.sql("select count(*) from account_password where username = ?")
                                .param(name)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void saysWhatIsWrongAndOpensNothing() {
        assertThat(send("a", GOOD, GOOD)).hasStatus(422).bodyText().contains("3자에서 60자까지");
        assertThat(send(name, "short", "short")).hasStatus(422).bodyText().contains("짧아요");
        assertThat(send(name, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"))
                .hasStatus(422)
                .bodyText()
                .contains("짐작하기 쉬운");
        assertThat(send(name, GOOD, GOOD + "!")).hasStatus(422).bodyText().contains("서로 달라요");
        assertThat(passwords.find(name)).isEmpty();
    }

    @Test
    void slowsDownWhoOpensMany() {
        lastByte = 77;
        for (int i = 0; i < 20; i++) {
            operation = UUID.randomUUID().toString();
            assertThat(send(name + i, GOOD, GOOD)).hasStatus3xxRedirection();
        }
        operation = UUID.randomUUID().toString();
        assertThat(send(name + "x", GOOD, GOOD)).hasStatus(429);
        assertThat(passwords.find(name + "x")).isEmpty();
    }

    private MvcTestResult send(String username, String password, String again) {
        int from = lastByte == 0 ? 10 + Math.floorMod(name.hashCode(), 200) : lastByte;
        return mvc.post()
                .uri("/idp/accounts/new")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2." + from);
                    return request;
                })
                .param("operation", operation)
                .param("username", username)
                .param("password", password)
                .param("again", again)
                .exchange();
    }
}
