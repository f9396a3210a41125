package city.dure.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.approvals.TestApproval;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.PersonMarks;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

@PortalTest
class StaffPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Roles roles;
    @Autowired PersonMarks persons;
    @Autowired JdbcClient jdbc;

    AccountId colleague;

    @BeforeEach
    void hiresAColleague() {
        colleague = accounts.open(Actor.SYSTEM, new NewAccount("방새로", true));
    }

    @Test
    void grantsARoleWhenAnotherAdministratorApproves() {
        assertThat(propose("admin", "auditor")).hasStatus(302);
        assertThat(accounts.rolesOf(colleague)).isEmpty();

        assertThat(decide("admin", grant(), "approval")).hasStatus(409);
        assertThat(accounts.rolesOf(colleague)).isEmpty();

        assertThat(decide("admin2", grant(), "approval")).hasStatus(302);
        assertThat(accounts.rolesOf(colleague)).containsExactly(Role.AUDITOR);
        assertThat(decide("admin2", grant(), "approval")).hasStatus(409);
    }

    @Test
    void tellsTheColleagueOfEachStep() {
        propose("admin", "auditor");
        decide("admin2", grant(), "refusal");
        propose("admin", "auditor");
        decide("admin2", grant(), "approval");

        assertThat(mvc.get().uri("/me/notices").with(TestSignIn.as(colleague)))
                .bodyText()
                .containsSubsequence(
                        "‘감사 담당자’ 역할을 맡게 되었습니다",
                        "‘감사 담당자’ 역할을 드리자는 요청이 있습니다",
                        "승인되지 않았거나 취소되었습니다",
                        "‘감사 담당자’ 역할을 드리자는 요청이 있습니다");
        decide("admin", grant(), "withdrawal");
        assertThat(
                        jdbc.sql("select text_key from notice where account = ? order by id desc")
                                .param(colleague.ref())
                                .query(String.class)
                                .list())
                .startsWith("people.notice.withdrawn")
                .hasSize(5);
    }

    @Test
    void findsColleaguesByNameAndByRole() {
        propose("admin", "auditor");

        assertThat(staff("?q=새로")).bodyText().contains("방새로").doesNotContain("서이안");
        assertThat(staff("?q=새로&role=auditor")).bodyText().contains("방새로");
        assertThat(staff("?q=새로&role=admin")).bodyText().contains("조건에 맞는 직원이 없습니다");
        assertThat(staff("?role=waiting")).bodyText().contains("방새로").doesNotContain("서이안");
        assertThat(staff("?q={q}")).hasStatusOk();
    }

    @Test
    void handsOutTheListAsItIsFiltered() {
        propose("admin", "auditor");

        assertThat(staff(".csv?q=새로"))
                .hasStatusOk()
                .bodyText()
                .startsWith("\ufeff이름,역할")
                .contains("방새로,감사 담당자,")
                .doesNotContain("서이안");
    }

    private MvcTestResult staff(String query) {
        var address =
                UriComponentsBuilder.fromUriString(
                        "/office/staff" + query.replace("{q}", "%7Bq%7D"));
        return mvc.get().uri(address.build().toUri()).with(TestSignIn.as("admin")).exchange();
    }

    @Test
    void takesARoleFromTheNextRequestOn() {
        propose("admin", "auditor");
        decide("admin2", grant(), "approval");
        assertThat(accessLog()).hasStatusOk();

        assertThat(decide("admin", grant(), "withdrawal")).hasStatus(302);

        assertThat(accessLog()).hasStatus(403);
    }

    @Test
    void refusesRolesThatDoNotGoTogether() {
        propose("admin", "settlement-officer");
        decide("admin2", grant(), "approval");

        var refused = propose("admin", "program-officer");

        assertThat(refused).hasStatus(422).bodyText().contains("한 사람이 함께 맡을 수 없는");
        assertThat(accounts.rolesOf(colleague)).containsExactly(Role.SETTLEMENT_OFFICER);
    }

    @Test
    void refusesMoreThanTwelveMonthsAndKeepsWhatWasTyped() {
        String later = LocalDate.now().plusMonths(13).toString();

        var refused = propose("admin", "auditor", later);

        assertThat(refused).hasStatus(422).bodyText().contains("열두 달 안의 날을", later);
        assertThat(roles.current(List.of(colleague))).isEmpty();
    }

    @Test
    void showsStaffToTheAuditorWithoutButtons() {
        propose("admin", "auditor");

        assertThat(mvc.get().uri(page()).with(TestSignIn.as("auditor")))
                .hasStatusOk()
                .bodyText()
                .contains("방새로", "승인 대기")
                .doesNotContain("/approval");
        assertThat(mvc.get().uri("/office/staff").with(TestSignIn.as("auditor"))).hasStatusOk();
    }

    @Test
    void saysThatARoleWaitsOnlyWhileItDoes() {
        propose("admin", "auditor");
        decide("admin2", grant(), "approval");

        assertThat(mvc.get().uri(page()).with(TestSignIn.as("auditor")))
                .bodyText()
                .contains("감사 담당자")
                .doesNotContain("승인 대기");
    }

    @Test
    void saysWhoOneIs() {
        assertThat(mvc.get().uri("/me").with(TestSignIn.as("officer.merchants")))
                .hasStatusOk()
                .bodyText()
                .contains("서이안", "가맹점 담당자");
    }

    /** Whose account it is belongs to what the second administrator approves. */
    @Test
    void showsTheStaffNumberAndBindsApprovalsToIt() {
        assertThat(page("admin")).bodyText().contains("직원번호가 없어");
        assertThat(number("admin", "K 1207")).hasStatus(422).bodyText().contains("20자까지");
        propose("admin", "auditor");
        String before = mark(grant());
        assertThat(number("admin", "k1207")).hasStatus(302);
        assertThat(page("admin2")).bodyText().contains("K1207").doesNotContain("직원번호가 없어");
        assertThat(page("auditor")).bodyText().doesNotContain("K1207");
        assertThat(number("admin", "K1208")).hasStatus(409);
        assertThat(decide("admin2", grant(), "approval", before)).hasStatus(409);
        assertThat(accounts.rolesOf(colleague)).isEmpty();
    }

    @Test
    void letsNobodyNumberThemselves() {
        colleague = accounts.open(Actor.SYSTEM, new NewAccount("남다른", true));
        propose("admin", "admin");
        decide("admin2", grant(), "approval");
        assertThat(TestForm.post(mvc, page() + "/number", colleague, "number=K2")).hasStatus(409);
        assertThat(persons.staffNumber(colleague)).isEmpty();
    }

    private MvcTestResult page(String user) {
        return mvc.get().uri(page()).with(TestSignIn.as(user)).exchange();
    }

    private MvcTestResult number(String admin, String number) {
        return TestForm.post(mvc, page() + "/number", admin, "number=" + number);
    }

    private MvcTestResult accessLog() {
        return mvc.get().uri("/office/access-log").with(TestSignIn.as(colleague)).exchange();
    }

    private MvcTestResult propose(String admin, String role) {
        return propose(admin, role, LocalDate.now().plusMonths(6).toString());
    }

    private MvcTestResult propose(String admin, String role, String until) {
        return TestForm.post(mvc, page() + "/roles", admin, "role=" + role, "until=" + until);
    }

    private MvcTestResult decide(String admin, RoleGrant grant, String what) {
        return decide(admin, grant, what, mark(grant));
    }

    private MvcTestResult decide(String admin, RoleGrant grant, String what, String mark) {
        return TestForm.post(mvc, path(grant, what), admin, "mark=" + mark);
    }

    /** As an administrator sees it who did not ask; of what waits no longer, none. */
    private String mark(RoleGrant grant) {
        return grant.waits()
                ? TestApproval.mark(mvc, page(), path(grant, "approval"), TestSignIn.as("admin2"))
                : "";
    }

    private String path(RoleGrant grant, String what) {
        return page() + "/roles/" + grant.id() + "/" + what;
    }

    private RoleGrant grant() {
        return roles.current(List.of(colleague)).getLast();
    }

    private String page() {
        return "/office/staff/" + colleague.ref();
    }
}
