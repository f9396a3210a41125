package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.access.KeyedHash;
import city.dure.approvals.Matters.Matter;
import city.dure.approvals.Matters.Use;
import city.dure.bankaccounts.TestBankChanges;
import city.dure.eligibility.Eligibility;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.identity.Roles;
import city.dure.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** What is looked at anew in the transaction that decides: the role, and the time. */
@PortalTest
class DecidingTests {
    @Autowired MockMvcTester mvc;
    @Autowired Approvals approvals;
    @Autowired ApprovalRows rows;
    @Autowired ApprovalNews news;
    @Autowired Accounts accounts;
    @Autowired PersonMarks persons;
    @Autowired KeyedHash hash;
    @Autowired Roles roles;
    @Autowired Eligibility eligibility;
    @Autowired TransactionOperations transaction;
    @Autowired TestBankChanges bankChanges;

    Matters matters;

    @BeforeEach
    void knowsHowToAsk() {
        matters = new Matters(mvc, accounts, persons, roles, eligibility, transaction, bankChanges);
    }

    /** As when the role is taken back after the request was let in. */
    @ParameterizedTest
    @EnumSource
    void refusesWhoHoldsTheRoleNoLonger(Use use) {
        Matter matter = matters.ask(use);
        var demoted = new Actor(matters.person(null, Matters.number()).ref(), use.role);
        String before = matters.state(matter);
        assertThatThrownBy(() -> approve(approvals, demoted, matter)).hasMessage("approvals.role");
        var second = new Actor(matter.second().ref(), use.role);
        assertThatThrownBy(() -> approve(approvals, second, matter))
                .as("goes on to what was shown")
                .hasMessage("approvals.differs");
        assertThat(matters.state(matter)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatSomebodyAskedForWhoHoldsTheRoleNoLonger(Use use) {
        Matter matter = matters.ask(use);
        var second = new Actor(matter.second().ref(), use.role);
        String demote = "update account_role set withdrawn_at = %s where account_id = ?";
        matters.behind.update(demote.formatted("decided_at"), matter.asker().value());
        assertThatThrownBy(() -> approve(approvals, second, matter)).hasMessage("approvals.asker");
        matters.behind.update(demote.formatted("null"), matter.asker().value());
        assertThatThrownBy(() -> approve(approvals, second, matter))
                .hasMessage("approvals.differs");
    }

    @ParameterizedTest
    @EnumSource
    void endsTwentyFourHoursAfterTheAsking(Use use) {
        Matter matter = matters.ask(use);
        var second = new Actor(matter.second().ref(), use.role);
        Instant end = approvals.find(matter.id()).orElseThrow().askedAt().plus(Approvals.VALID);
        assertThatThrownBy(() -> approve(at(end), second, matter)).hasMessage("approvals.expired");
        assertThatThrownBy(() -> approve(at(end.minusMillis(1)), second, matter))
                .hasMessage("approvals.differs");
    }

    private Approvals at(Instant moment) {
        var clock = Clock.fixed(moment, ZoneOffset.UTC);
        return new Approvals(rows, news, accounts, persons, hash, clock);
    }

    private void approve(Approvals by, Actor actor, Matter matter) {
        transaction.executeWithoutResult(status ->
                by.approve(
                        actor,
                        matter.id(),
                        "not what is stored",
                        "",
                        () -> {
                            throw new IllegalStateException("was done");
                        }));
    }
}
