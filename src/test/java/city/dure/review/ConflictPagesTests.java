package city.dure.review;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.applications.ApplicationFile;
import city.dure.applications.ApplicationId;
import city.dure.applications.ApplicationState;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.Accounts;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Formats;
import city.dure.web.TestErrorPage;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who comes too late reads who was first, with what and when; the applicant stays unnamed. */
@PortalTest
class ConflictPagesTests {
    private static final String FIRST = "officer.merchants";
    private static final String SECOND = "officer2.merchants";
    private static final String APPLICANT = "citizen.lee";
    private static final String CHANGED = "<h1>그사이에 바뀌었습니다</h1>";

    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;
    @Autowired Accounts accounts;
    @Autowired Passwords people;
    @Autowired Formats formats;

    private Actor owner;
    private ApplicationId id;

    @BeforeEach
    void appliesFor() {
        owner = new Actor(ref(APPLICANT), Role.CITIZEN);
        id = applications.submit(owner, TestApplications.bakery("한꺼번에 누른 가게"));
    }

    @Test
    void nameTheOfficerWhoWasFirst() {
        String shown = version();
        assertThat(act("review", FIRST, shown)).hasStatus3xxRedirection();
        assertThat(told(act("review", SECOND, shown)))
                .contains(CHANGED, officer(FIRST) + " 담당자가 " + when() + "에 이미 심사를 시작했습니다");

        shown = version();
        assertThat(act("refusal", SECOND, shown, "refusal=untrue")).hasStatus3xxRedirection();
        assertThat(told(act("approval", FIRST, shown)))
                .contains(CHANGED, officer(SECOND) + " 담당자가 " + when() + "에 이미 반려했습니다");
        assertThat(state()).isEqualTo(ApplicationState.REFUSED);
    }

    @Test
    void doNotNameTheApplicantWhoWithdrew() {
        act("review", FIRST, version());
        String shown = version();
        var withdrawn =
                TestForm.post(
                        mvc, "/merchants/applications/" + id + "/withdrawal", APPLICANT, shown);
        assertThat(withdrawn).hasStatus3xxRedirection();
        assertThat(told(act("approval", FIRST, shown)))
                .contains(CHANGED, "신청인이 " + when() + "에 신청을 거두었습니다")
                .doesNotContain(accounts.displayName(owner.ref()), "카나리아");
        assertThat(state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void doNotNameTheApplicantWhoAnswered() {
        act("review", FIRST, version());
        act("information-request", FIRST, version(), "wanted=licence");
        String shown = version();
        String page = "/merchants/applications/" + id;
        assertThat(TestForm.post(mvc, page + "/information", APPLICANT, shown, "note=카나리아"))
                .hasStatus3xxRedirection();
        assertThat(told(act("refusal", SECOND, shown, "refusal=papers-missing")))
                .contains(CHANGED, "신청인이 " + when() + "에 보완한 내용을 보냈습니다")
                .doesNotContain(accounts.displayName(owner.ref()), "카나리아");
        assertThat(state()).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void doNotSpeakOfAChangeWhereTheStateAllowsNoSuchStep() {
        assertThat(told(act("approval", FIRST, version())))
                .contains("<h1>지금은 할 수 없습니다</h1>", "지금 상태에서는 할 수 없는 일입니다")
                .doesNotContain("그사이에");
        assertThat(state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    private MvcTestResult act(String act, String user, String... fields) {
        return TestForm.post(mvc, "/office/applications/" + id + "/" + act, user, fields);
    }

    private String told(MvcTestResult refused) {
        assertThat(refused).hasStatus(409);
        try {
            return TestErrorPage.after(refused, mvc).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String when() {
        return formats.dateTime(file().steps().getLast().at());
    }

    private String officer(String username) {
        return accounts.displayName(ref(username));
    }

    private String ref(String username) {
        return people.find(username).orElseThrow().account().ref();
    }

    private String version() {
        return "version=" + file().summary().version();
    }

    private ApplicationState state() {
        return file().summary().state();
    }

    private ApplicationFile file() {
        return applications.own(owner, id);
    }
}
