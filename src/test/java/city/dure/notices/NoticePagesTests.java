package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.personal.Phone;
import city.dure.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody reads what they were told; the demonstration shows what would have been sent. */
@PortalTest
class NoticePagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired Notices notices;
    @Autowired TestCitizens people;
    @Autowired TransactionOperations transaction;
    private Actor actor;

    @BeforeEach
    void come() {
        actor = people.newcomer();
    }

    @Test
    void countsWhatIsUnreadUntilItIsRead() {
        assertThat(get("/me/notices")).hasStatusOk().bodyText().contains("아직 알림이 없어요");
        tell("/me/profile");
        tell("/me/consents");
        assertThat(get("/me/notices")).bodyText().contains("du-count", ">2<");
        long first = notices.page(actor, true, null, 1).rows().getFirst().id();
        assertThat(post("/me/notices/" + first + "/reading")).hasRedirectedUrl("/me/consents");
        assertThat(get("/me/notices")).bodyText().contains(">1<");
        tell("/me");
        assertThat(post("/me/notices/reading", "newest=" + first)).hasRedirectedUrl("/me/notices");
        assertThat(notices.page(actor, true, null, 9).rows()).hasSize(1);
    }

    @Test
    void countsNoFurtherThanNine() {
        for (int i = 0; i < 12; i++) {
            tell("/me");
        }
        assertThat(get("/me/notices")).bodyText().contains(">9+<");
    }

    @Test
    void showsInTheDemonstrationWhatArrives() {
        String end = "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
        var text =
                new MessageText(
                        "citizens.code.phone",
                        List.of("123 456", "한들시"),
                        Locale.KOREAN,
                        Duration.ofMinutes(1));
        transaction.executeWithoutResult(status -> notices.text(new Phone("0107777" + end), text));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(mvc.get().uri("/outbox?q=7" + end).exchange())
                                .bodyText()
                                .contains("123 456", "010-****-" + end)
                                .doesNotContain("7777" + end));
    }

    private void tell(String href) {
        transaction.executeWithoutResult(
                status -> notices.tell(actor, Notice.of("notices.empty", href)));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AccountId.valueOf(actor.ref()))).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        return TestForm.post(mvc, path, AccountId.valueOf(actor.ref()), fields);
    }
}
