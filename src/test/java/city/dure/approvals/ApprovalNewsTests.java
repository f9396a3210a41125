package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.approvals.Matters.Matter;
import city.dure.approvals.Matters.Use;
import city.dure.bankaccounts.TestBankChanges;
import city.dure.eligibility.Eligibility;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.identity.Roles;
import city.dure.identity.TestSignIn;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Who may decide is told that something waits, and who asked what became of it, each once. */
@PortalTest
class ApprovalNewsTests {
    @Autowired MockMvcTester mvc;
    @Autowired Approvals approvals;
    @Autowired ApprovalRows rows;
    @Autowired Accounts accounts;
    @Autowired PersonMarks persons;
    @Autowired Notices notices;
    @Autowired Roles roles;
    @Autowired Eligibility eligibility;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;
    @Autowired TestBankChanges bankChanges;

    Matters matters;

    @BeforeEach
    void knowsHowToAsk() {
        matters = new Matters(mvc, accounts, persons, roles, eligibility, transaction, bankChanges);
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheSecondPersonAndThenTheFirst(Use use) {
        AccountId stranger = matters.person(Role.AUDITOR, Matters.number());
        Matter matter = matters.ask(use);
        assertThat(told(matter.second(), matter)).containsExactly("asked");
        assertThat(told(matter.asker(), matter)).isEmpty();
        assertThat(told(stranger, matter)).isEmpty();
        String refusal = matter.path().replace("/approval", "/refusal");
        post(matter.second(), refusal, "");
        assertThat(told(matter.asker(), matter)).containsExactly("declined");
        assertThat(told(matter.second(), matter)).containsExactly("asked");
    }

    @Test
    void tellsThatItWasApproved() {
        Matter matter = matters.ask(Use.BANK);
        var second = TestSignIn.as(matter.second());
        post(
                matter.second(),
                matter.path(),
                TestApproval.mark(mvc, matter.page(), matter.path(), second));
        assertThat(told(matter.asker(), matter)).containsExactly("approved");
    }

    @Test
    void tellsThatItsMatterIsGoneUnlessOneTookItBack() {
        Matter matter = matters.ask(Use.ROLE);
        Actor owner = new Actor(matter.second().ref(), Role.ADMIN);
        transaction.executeWithoutResult(status -> {
            roles.decline(owner, matter.id());
            approvals.end(owner, matter.id());
        });
        assertThat(told(matter.asker(), matter)).containsExactly("ended");
        Matter own = matters.ask(Use.ROLE);
        post(own.asker(), own.path().replace("/approval", "/refusal"), "");
        assertThat(told(own.asker(), own)).isEmpty();
    }

    @Test
    void tellsNobodyWhoWouldBeRefused() {
        String number = Matters.number();
        AccountId asker = matters.person(Role.ADMIN, number);
        AccountId twin = matters.person(Role.ADMIN, number);
        AccountId second = matters.person(Role.ADMIN, Matters.number());
        String other = Matters.number();
        AccountId about = matters.person(Role.ADMIN, other);
        AccountId aboutToo = matters.person(Role.ADMIN, other);
        Matter matter = matters.role(asker, second, about);
        assertThat(List.of(asker, twin, about, aboutToo))
                .allSatisfy(one -> assertThat(told(one, matter)).isEmpty());
        assertThat(told(second, matter)).containsExactly("asked");
    }

    @Test
    void tellsOnceThatNobodyDecided() throws Exception {
        Matter matter = matters.ask(Use.ROLE);
        Matter decided = matters.ask(Use.ROLE);
        post(decided.second(), decided.path().replace("/approval", "/refusal"), "");
        expire(Duration.ZERO);
        assertThat(told(matter.asker(), matter)).isEmpty();
        AtOnce.both(() -> expire(Approvals.VALID), () -> expire(Approvals.VALID));
        expire(Approvals.VALID);
        assertThat(told(matter.asker(), matter)).containsExactly("expired");
        assertThat(told(decided.asker(), decided)).containsExactly("declined");
    }

    @Test
    void saysItInBothLanguages() {
        Matter matter = matters.ask(Use.ROLE);
        assertThat(inbox(matter.second(), "ko"))
                .contains("결재를 기다리는 일이 있습니다: 역할 부여. 24시간 안에 확인해 주십시오.");
        assertThat(inbox(matter.second(), "en"))
                .contains("Something waits for your approval: Granting a role.");
    }

    private String inbox(AccountId who, String language) {
        String path = "/me/notices?lang=" + language;
        var answer = mvc.get().uri(path).with(TestSignIn.as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Looks, so much later, for all that expired; also what other tests left. */
    private boolean expire(Duration later) {
        var then = Clock.offset(clock, later);
        var news = new ApprovalNews(rows, accounts, persons, notices, then, transaction);
        while (!rows.untold(then.instant(), 1).isEmpty()) {
            news.tellOfExpired();
        }
        return true;
    }

    private void post(AccountId who, String path, String mark) {
        assertThat(TestApproval.post(mvc, path, TestSignIn.as(who), UUID.randomUUID(), mark))
                .hasStatus(302);
    }

    /** What somebody was told of a matter; ends of keys. */
    private List<String> told(AccountId who, Matter matter) {
        return transaction.execute(status -> notices.page(who, false, null, 50)).rows().stream()
                .filter(told -> matter.page().equals(told.notice().href()))
                .map(told -> told.notice().key().replace("approvals.notice.", ""))
                .toList();
    }
}
