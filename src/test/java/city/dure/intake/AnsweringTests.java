package city.dure.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.RefusalReason;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.Wanted;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.TestErrorPage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an applicant sends wrongly is told beside the form; too late, there is no form to show. */
@PortalTest
class AnsweringTests {
    private static final String APPLICANT = "citizen.lee";

    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Passwords people;

    private Actor owner;
    private Actor officer;
    private ApplicationId id;

    @BeforeEach
    void applies() {
        owner = actor(APPLICANT, Role.CITIZEN);
        officer = actor("officer.merchants", Role.MERCHANT_OFFICER);
        id = applications.submit(owner, TestApplications.bakery("답하는 가게"));
        reviews.take(officer, id, version());
    }

    @Test
    void keepsWhatIsTooLongBesideTheFormForInformation() {
        reviews.wantInformation(officer, id, version(), List.of(Wanted.LICENCE), null);
        String note = "가".repeat(1001);
        assertThat(post("information", seen(), "note=" + note))
                .hasStatus(422)
                .bodyText()
                .contains("1,000자까지", note, "담당자가 요청한 것", "id=\"paper\"");
        assertThat(post("information", seen()))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#paper\"", "사진을 고르거나 할 말을 적어 주세요");
        assertThat(post("information", seen(), "note=" + note.substring(1)))
                .hasStatus3xxRedirection();
    }

    @Test
    void tellsWhatHappenedSinceInsteadOfAPageWithoutTheForm() {
        reviews.wantInformation(officer, id, version(), List.of(Wanted.LICENCE), null);
        String shown = seen();
        assertThat(post("information", shown, "note=보냈어요")).hasStatus3xxRedirection();
        var late = post("information", shown);
        assertThat(late).hasStatus(409);
        assertThat(TestErrorPage.after(late, mvc)).bodyText().contains("보완한 내용을 보냈어요");
        assertThat(post("information", seen())).as("nothing is asked for").hasStatus(409);
    }

    @Test
    void asksForTheGroundsOfAnObjectionWhereOneMayObject() {
        assertThat(post("objection", seen())).as("nothing was refused").hasStatus(409);
        reviews.refuse(officer, id, version(), RefusalReason.UNTRUE, null);
        assertThat(post("objection", seen()))
                .hasStatus(422)
                .bodyText()
                .contains("까닭을 적어 주세요", "이의 신청하기");
        assertThat(post("objection", seen(), "note=사실이에요")).hasStatus3xxRedirection();
        assertThat(post("objection", seen())).as("once only").hasStatus(409);
    }

    private MvcTestResult post(String act, String... fields) {
        return TestForm.post(mvc, "/merchants/applications/" + id + "/" + act, APPLICANT, fields);
    }

    private String seen() {
        return "version=" + version();
    }

    private int version() {
        return applications.own(owner, id).summary().version();
    }

    private Actor actor(String username, Role role) {
        return new Actor(people.find(username).orElseThrow().account().ref(), role);
    }
}
