package city.dure.review;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.applications.ApplicationId;
import city.dure.applications.ApplicationState;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.AccountId;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an officer may not send is answered where it is wrong, and changes nothing. */
@PortalTest
class WrongDecisionsTests {
    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;

    private final Actor owner = new Actor(new AccountId(UUID.randomUUID()).ref(), Role.CITIZEN);
    private ApplicationId id;

    @BeforeEach
    void takesAnApplicationUp() {
        id = applications.submit(owner, TestApplications.bakery("잘못 누른 가게"));
        assertThat(post("review", version())).hasStatus3xxRedirection();
    }

    @Test
    void askForSomethingElseInWordsOnly() {
        String other = "wanted=other";
        assertThat(post("information-request", version(), other, "wantedNote= "))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#wantedNote\"", "‘그 밖의 내용’이 무엇인지");
        assertThat(state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(post("information-request", version(), other, "wantedNote=위임장"))
                .hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(ApplicationState.INFO_WANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "lookups,view=review",
        "review,view=review",
        "information-request,wanted=licence",
        "approval,view=review",
        "refusal,refusal=untrue",
        "objection-decision,outcome=refusal"
    })
    void needTheHiddenFieldsOfThePage(String act, String field) {
        for (String wrong : List.of("version=99999999999", "version=abc", "operation=abc")) {
            assertThat(post(act, wrong, field)).as(act + " with " + wrong).hasStatus(400);
        }
        assertThat(state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    private ApplicationState state() {
        return applications.own(owner, id).summary().state();
    }

    private String version() {
        return "version=" + applications.own(owner, id).summary().version();
    }

    private MvcTestResult post(String act, String... fields) {
        String path = "/office/applications/" + id.ref() + "/" + act;
        return TestForm.post(mvc, path, "officer.merchants", fields);
    }
}
