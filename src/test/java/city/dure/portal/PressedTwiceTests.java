package city.dure.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * One browser sends the same form several times at the same moment, its session in the database.
 */
@PortalTest
class PressedTwiceTests {
    private static final int TIMES = 4;

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired JdbcIndexedSessionRepository sessions;

    @RepeatedTest(3)
    void givesTheSameAnswerEachTime() throws Exception {
        var colleague = accounts.open(Actor.SYSTEM, new NewAccount("방새로", true));
        var operation = UUID.randomUUID();
        var cookie = cookie(opened(sessions));
        var start = new CyclicBarrier(TIMES);
        Callable<MvcTestResult> press =
                () -> {
                    start.await();
                    return propose(colleague, operation, cookie);
                };
        try (var hands = Executors.newFixedThreadPool(TIMES)) {
            var answers = hands.invokeAll(Collections.nCopies(TIMES, press));
            assertThat(answers.stream().map(Future::resultNow))
                    .allSatisfy(answer ->
                            assertThat(answer)
                                    .hasStatus(302)
                                    .hasRedirectedUrl("/office/staff/" + colleague));
        }
    }

    /** The same without chance: both replies read the session before either writes. */
    @Test
    void keepsAnAttributeThatTwoRepliesAreTheFirstToWrite() {
        assertThat(written(sessions)).isEqualTo("once");
    }

    private static <S extends Session> String written(SessionRepository<S> sessions) {
        String id = opened(sessions);
        S one = Objects.requireNonNull(sessions.findById(id));
        S other = Objects.requireNonNull(sessions.findById(id));
        one.setAttribute("note", "once");
        other.setAttribute("note", "twice");
        sessions.save(one);
        sessions.save(other);
        return Objects.requireNonNull(sessions.findById(id)).getRequiredAttribute("note");
    }

    private static <S extends Session> String opened(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private static Cookie cookie(String session) {
        return new Cookie("__Host-SESSION", Base64.getEncoder().encodeToString(session.getBytes()));
    }

    private MvcTestResult propose(AccountId colleague, UUID operation, Cookie cookie) {
        return mvc.post()
                .uri("/office/staff/" + colleague + "/roles")
                .param("role", "auditor")
                .param("until", LocalDate.now().plusDays(30).toString())
                .param("operation", operation.toString())
                .cookie(cookie)
                .with(TestSignIn.as("admin"))
                .with(csrf())
                .exchange();
    }
}
