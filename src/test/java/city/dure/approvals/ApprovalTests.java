package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;

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
import city.dure.shared.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Every way round a second person is refused and changes nothing; the rightful way works. */
@PortalTest
class ApprovalTests {
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
    void refusesWhoAsked(Use use) {
        Matter matter = matters.ask(use);
        refused(matter, matter.asker(), mark(matter), "approvals.own.refused");
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnotherAccountOfWhoAsked(Use use) {
        Matter matter = matters.ask(use);
        AccountId twin = matters.person(use.role, Matters.number());
        matters.behind.update(
                "update account_person set mark = (select o.mark from account_person o"
                        + " where o.account_id = ?) where account_id = ?",
                matter.asker().value(),
                twin.value());
        refused(matter, twin, mark(matter), "approvals.same");
        succeeds(matter);
    }

    @Test
    void knowsAPersonByTheStaffNumberHoweverItIsTyped() {
        String number = Matters.number();
        AccountId asker = matters.person(Role.ADMIN, number);
        AccountId twin = matters.person(Role.ADMIN, " " + number.toUpperCase(Locale.ROOT));
        AccountId second = matters.person(Role.ADMIN, Matters.number());
        Matter matter = matters.role(asker, second, matters.person(null, Matters.number()));
        refused(matter, twin, mark(matter), "approvals.same");
        succeeds(matter);
    }

    @Test
    void refusesWhomItIsAboutInEveryAccount() {
        String number = Matters.number();
        AccountId asker = matters.person(Role.ADMIN, Matters.number());
        AccountId second = matters.person(Role.ADMIN, Matters.number());
        AccountId subject = matters.person(Role.ADMIN, number);
        AccountId twin = matters.person(Role.ADMIN, number);
        Matter matter = matters.role(asker, second, subject);
        refused(matter, subject, mark(matter), "approvals.about");
        refused(matter, twin, mark(matter), "approvals.about");
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoLongerWhatWasAskedFor(Use use) {
        Matter matter = matters.ask(use);
        String before = mark(matter);
        matters.behind.update(use.change, matter.id());
        refused(matter, matter.second(), before, "approvals.differs");
        refused(matter, matter.second(), mark(matter), "approvals.differs");
        matters.behind.update(use.change.replace(" + ", " - "), matter.id());
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatThePageDidNotShow(Use use) {
        Matter matter = matters.ask(use);
        refused(matter, matter.second(), "", "approvals.differs");
        refused(matter, matter.second(), mark(matters.ask(use)), "approvals.differs");
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatHasExpired(Use use) {
        Matter matter = matters.ask(use);
        String mark = mark(matter);
        earlier(matter, "'24' hour");
        refused(matter, matter.second(), mark, "approvals.expired");
        earlier(matter, "'-2' minute");
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoHoldsTheRoleNoLonger(Use use) {
        Matter matter = matters.ask(use);
        AccountId demoted = matters.person(use.role, Matters.number());
        matters.behind.update(
                "update account_role set withdrawn_at = decided_at where account_id = ?",
                demoted.value());
        String before = matters.state(matter);
        assertThat(press(matter, demoted, UUID.randomUUID(), mark(matter))).hasStatus(403);
        assertThat(matters.state(matter)).isEqualTo(before);
        succeeds(matter);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameAnswerToTheSameFormAndRefusesAnother(Use use) {
        Matter matter = matters.ask(use);
        var operation = UUID.randomUUID();
        String mark = mark(matter);
        assertThat(press(matter, matter.second(), operation, mark)).hasStatus(302);
        String done = matters.state(matter);
        assertThat(press(matter, matter.second(), operation, mark)).hasStatus(302);
        assertThat(matters.state(matter)).isEqualTo(done);
        refused(matter, matter.second(), mark, "approvals.decided");
        undo(matter);
    }

    @ParameterizedTest
    @EnumSource
    void letsOneOfTwoWin(Use use) throws Exception {
        Matter matter = matters.ask(use);
        AccountId third = matters.person(use.role, Matters.number());
        String mark = mark(matter);
        var start = new CyclicBarrier(2);
        try (var hands = Executors.newFixedThreadPool(2)) {
            var presses =
                    List.of(matter.second(), third).stream()
                            .<Callable<Integer>>map(who ->
                                    () -> {
                                        start.await();
                                        return press(matter, who, UUID.randomUUID(), mark)
                                                .getResponse()
                                                .getStatus();
                                    })
                            .toList();
            assertThat(hands.invokeAll(presses).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(302, 409);
        }
        undo(matter);
    }

    @ParameterizedTest
    @EnumSource
    void letsTheSecondPersonDeclineAndTheFirstTakeItBack(Use use) {
        for (boolean own : new boolean[] {true, false}) {
            Matter matter = matters.ask(use);
            String mark = mark(matter);
            String refusal = matter.path().replace("/approval", "/refusal");
            var who = TestSignIn.as(own ? matter.asker() : matter.second());
            assertThat(TestApproval.post(mvc, refusal, who, UUID.randomUUID(), "")).hasStatus(302);
            refused(matter, matter.second(), mark, "approvals.decided");
        }
    }

    @Test
    void letsARoleBeApprovedThatWaitedBeforeThereWereMarks() {
        Matter matter = matters.ask(Use.ROLE);
        matters.behind.update("update approval set payload_mark = null where id = ?", matter.id());
        refused(matter, matter.second(), "", "approvals.differs");
        succeeds(matter);
    }

    private void refused(Matter matter, AccountId who, String mark, String why) {
        String before = matters.state(matter);
        var answer = press(matter, who, UUID.randomUUID(), mark);
        assertThat(answer).hasStatus(409);
        assertThat(answer.getMvcResult().getResolvedException()).hasMessage(why);
        assertThat(matters.state(matter)).isEqualTo(before);
    }

    private void succeeds(Matter matter) {
        String before = matters.state(matter);
        assertThat(press(matter, matter.second(), UUID.randomUUID(), mark(matter))).hasStatus(302);
        assertThat(matters.state(matter)).isNotEqualTo(before);
        undo(matter);
    }

    /** Rules that others share this city with would change what they find. */
    private void undo(Matter matter) {
        if (matter.use() == Use.RULES) {
            Integer version =
                    matters.behind.queryForObject(
                            "select max(version) from eligibility_rules", Integer.class);
            String path = "/office/eligibility/" + version + "/withdrawal";
            var who = TestSignIn.as(matter.asker());
            assertThat(TestApproval.post(mvc, path, who, UUID.randomUUID(), "")).hasStatus(302);
        }
    }

    private MvcTestResult press(Matter matter, AccountId who, UUID operation, String mark) {
        return TestApproval.post(mvc, matter.path(), TestSignIn.as(who), operation, mark);
    }

    private String mark(Matter matter) {
        return TestApproval.mark(mvc, matter.page(), matter.path(), TestSignIn.as(matter.second()));
    }

    /** As if it had been asked for so much earlier. */
    private void earlier(Matter matter, String span) {
        matters.behind.update(
                "update approval set asked_at = asked_at - interval %1$s,".formatted(span)
                        + " expires_at = expires_at - interval %1$s where id = ?".formatted(span),
                matter.id());
        if (matter.use() == Use.ROLE) {
            matters.behind.update(
                    "update account_role set proposed_at = proposed_at - interval %s where id = ?"
                            .formatted(span),
                    matter.id());
        }
    }
}
