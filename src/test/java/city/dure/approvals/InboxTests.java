package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.approvals.Matters.Matter;
import city.dure.approvals.Matters.Use;
import city.dure.bankaccounts.TestBankChanges;
import city.dure.eligibility.Eligibility;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.identity.Roles;
import city.dure.identity.TestSignIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** An official's home shows what waits for that person, and leads to the page that owns it. */
@PortalTest
class InboxTests {
    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired PersonMarks persons;
    @Autowired Roles roles;
    @Autowired Eligibility eligibility;
    @Autowired TransactionOperations transaction;
    @Autowired TestBankChanges bankChanges;

    Matters matters;

    @BeforeEach
    void knowsHowToAsk() {
        matters = new Matters(mvc, accounts, persons, roles, eligibility, transaction, bankChanges);
    }

    @ParameterizedTest
    @EnumSource
    void leadsTheSecondPersonToThePage(Use use) {
        Matter matter = matters.ask(use);
        assertThat(home(matter.second()))
                .contains("href=\"" + matter.page() + "\"", "문서린 님이 방금 요청", "23시간 남음")
                .doesNotContain("내가 요청한 일");
        assertThat(home(matter.asker()).split("내가 요청한 일"))
                .satisfies(halves -> assertThat(halves[0]).doesNotContain(matter.page()))
                .satisfies(halves -> assertThat(halves[1]).contains(matter.page()));
        String other = use == Use.ROLE ? "officer.merchants" : "admin2";
        assertThat(text("/office", other)).doesNotContain(matter.page());
    }

    @Test
    void saysForAWhileWhatExpired() {
        Matter matter = matters.ask(Use.ROLE);
        move(matter, 24);
        assertThat(home(matter.asker()).split("내가 요청한 일")[1]).contains(matter.page(), "기한 지남");
        assertThat(text(matter.page(), "admin2"))
                .contains("24시간 안에 승인되지 않아 효력을 잃었습니다")
                .doesNotContain(matter.path());
        matters.role(matter.asker(), matter.second(), colleague(matter));
        move(matter, 24 * 7);
        assertThat(matters.behind.queryForList("select id from approval where id = ?", matter.id()))
                .hasSize(1);
        assertThat(text(matter.page(), "admin2")).doesNotContain("효력을 잃었습니다");
    }

    @Test
    void asksNoMoreOftenForManyThanForOne() {
        Matter matter = matters.ask(Use.RULES);
        home(matter.second());
        var few = statements(matter.second());
        for (int i = 0; i < 5; i++) {
            matters.ask(Use.RULES);
        }
        assertThat(statements(matter.second())).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(12);
    }

    private List<String> statements(AccountId who) {
        try (var statements = Statements.listen()) {
            assertThat(mvc.get().uri("/office").with(TestSignIn.as(who))).hasStatusOk();
            return statements.heard();
        }
    }

    private static AccountId colleague(Matter matter) {
        return AccountId.valueOf(matter.page().substring("/office/staff/".length()));
    }

    private void move(Matter matter, int hours) {
        matters.behind.update(
                "update approval set asked_at = asked_at - cast(? as integer) * interval '1' hour,"
                        + " expires_at = expires_at - cast(? as integer) * interval '1' hour"
                        + " where id = ?",
                hours,
                hours,
                matter.id());
        matters.behind.update(
                "update account_role set proposed_at = proposed_at"
                        + " - cast(? as integer) * interval '1' hour where id = ?",
                hours,
                matter.id());
    }

    private String home(AccountId who) {
        var answer = mvc.get().uri("/office").with(TestSignIn.as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String text(String path, String username) {
        var answer = mvc.get().uri(path).with(TestSignIn.as(username)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
