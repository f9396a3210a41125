package city.dure.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.approvals.TestApproval;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.identity.PersonMarks;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** A link to an account that somebody signs in to takes two administrators. */
@PortalTest
class LinkPagesTests {
    private static final String LINK = "/idp/invitations/";

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired PersonMarks persons;
    @Autowired LinkRequests requests;
    @Autowired TransactionOperations transaction;

    private AccountId colleague;

    @BeforeEach
    void hire() {
        colleague = accounts.open(Actor.SYSTEM, new NewAccount("방새로", true));
    }

    @Test
    void isMadeAtOnceAsLongAsNobodySignsIn() {
        assertThat(link(post("admin", ""))).contains(LINK);
        assertThat(requests.waiting(colleague)).isEmpty();
    }

    @Test
    void isMadeByASecondAdministratorForWhoSignsIn() {
        enter();
        assertThat(link(post("admin", ""))).isEmpty();
        assertThat(mvc.get().uri(path()).with(TestSignIn.as("admin")))
                .bodyText()
                .contains("다른 관리자가 승인해야 합니다");
        assertThat(post("admin", "")).hasStatus(409);
        assertThat(approve("admin", "guessed")).hasStatus(409);
        assertThat(approve("admin2", "guessed")).hasStatus(409);
        assertThat(link(approve("admin2", mark()))).contains(LINK);
        assertThat(requests.waiting(colleague)).isEmpty();
    }

    @Test
    void isNotMadeForAnotherNameThanWasShown() {
        enter();
        post("admin", "");
        String mark = mark();
        transaction.executeWithoutResult(status -> {
            accounts.rename(colleague, "딴사람");
            persons.number(Actor.SYSTEM, colleague, "L" + System.nanoTime());
        });
        assertThat(approve("admin2", mark)).hasStatus(409);
        assertThat(post("admin2", "/" + request() + "/refusal")).hasStatus(302);
        assertThat(requests.waiting(colleague)).isEmpty();
    }

    private void enter() {
        passwords.set(
                Actor.SYSTEM, colleague, "link." + UUID.randomUUID(), "a long password of his");
    }

    private UUID request() {
        return requests.waiting(colleague).orElseThrow().id();
    }

    private String mark() {
        String button = path() + "/invitations/" + request() + "/approval";
        return TestApproval.mark(mvc, path(), button, TestSignIn.as("admin2"));
    }

    private MvcTestResult approve(String admin, String mark) {
        return TestForm.post(
                mvc, path() + "/invitations/" + request() + "/approval", admin, "mark=" + mark);
    }

    private MvcTestResult post(String admin, String what) {
        return TestForm.post(mvc, path() + "/invitations" + what, admin);
    }

    /** The link that the next page shows, once; empty text where none is made. */
    private static String link(MvcTestResult answer) {
        assertThat(answer).hasStatus(302);
        var flash = answer.getMvcResult().getFlashMap();
        return flash.containsKey("link") ? String.valueOf(flash.get("link")) : "";
    }

    private String path() {
        return "/office/staff/" + colleague.ref();
    }
}
