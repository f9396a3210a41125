package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.applications.Applications;
import city.dure.applications.Reviews;
import city.dure.applications.Reviews.Wanted;
import city.dure.applications.TestApplications;
import city.dure.identity.Passwords;
import city.dure.papers.Papers;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.unit.DataSize;

/** What a page says of the largest file, and what the browser checks, is what the portal takes. */
@PortalTest
class LargestFileTests {
    private static final String OWNER = "citizen.lee";

    @Autowired MockMvcTester mvc;
    @Autowired Drafts drafts;
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Passwords people;

    @Value("${spring.servlet.multipart.max-file-size}")
    DataSize any;

    @Test
    void isTheSameForThePersonTheBrowserAndThePapersOfADraft() {
        var draft = drafts.begin(actor(OWNER, Role.CITIZEN), Answers.none());
        tells(StartController.place(draft, "papers"), OWNER, Papers.MAX_BYTES);
    }

    @Test
    void isTheSameForThePersonTheBrowserAndThePaperAskedFor() {
        var owner = actor(OWNER, Role.CITIZEN);
        var officer = actor("officer.merchants", Role.MERCHANT_OFFICER);
        var id = applications.submit(owner, TestApplications.bakery("서류 더 낼 가게"));
        reviews.take(officer, id, 0);
        reviews.wantInformation(officer, id, 1, List.of(Wanted.LICENCE), null);
        tells("/merchants/applications/" + id, OWNER, Papers.MAX_BYTES);
    }

    @Test
    void isTheSameForThePersonTheBrowserAndAList() {
        tells("/office/imports/new", "officer.merchants", any.toBytes());
    }

    private void tells(String page, String user, long most) {
        assertThat(mvc.get().uri(page).with(as(user)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "data-max-bytes=\"" + most + "\"",
                        (most >> 20) + " MB까지",
                        "파일이 " + (most >> 20) + " MB보다 커서");
    }

    private Actor actor(String username, Role role) {
        return new Actor(people.find(username).orElseThrow().account().ref(), role);
    }
}
