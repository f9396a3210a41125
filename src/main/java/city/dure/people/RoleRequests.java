package city.dure.people;

import city.dure.approvals.Approvals;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.ledger.LedgerReceipt;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Roles asked for by one administrator and granted by another; whose they are is told. */
@Component
class RoleRequests {
    private static final String ACTION = "role.grant";

    private final Roles roles;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final Approvals approvals;
    private final Notices notices;

    RoleRequests(
            Roles roles,
            Accounts accounts,
            PersonMarks persons,
            Approvals approvals,
            Notices notices) {
        this.roles = roles;
        this.accounts = accounts;
        this.persons = persons;
        this.approvals = approvals;
        this.notices = notices;
    }

    /** Asks another administrator to grant a role up to a day; the caller has checked the form. */
    LedgerReceipt ask(Actor actor, AccountId account, Role role, LocalDate until) {
        UUID id = UUID.randomUUID();
        LedgerReceipt asked = roles.propose(actor, id, account, role, until);
        String href = "/office/staff/" + account.ref();
        String payload = payload(account, role, until);
        approvals.ask(actor, new Approvals.Request(id, ACTION, href, Role.ADMIN, account, payload));
        tell(actor, account, role, "proposed");
        return asked;
    }

    /** Grants a role that another administrator asked for, as the page showed it. */
    LedgerReceipt approve(Actor actor, UUID id, String shown) {
        RoleGrant asked = roles.find(id);
        LedgerReceipt granted =
                approvals.approve(actor, id, payload(asked), shown, () -> roles.grant(actor, id));
        tell(actor, asked, "granted");
        return granted;
    }

    /** Does not grant it; who asked takes it back so. */
    LedgerReceipt decline(Actor actor, UUID id) {
        LedgerReceipt declined = approvals.decline(actor, id, () -> roles.decline(actor, id));
        tell(actor, roles.find(id), "declined");
        return declined;
    }

    /** Takes a role back at once. */
    LedgerReceipt withdraw(Actor actor, UUID id) {
        LedgerReceipt withdrawn = roles.withdraw(actor, id);
        tell(actor, roles.find(id), "withdrawn");
        return withdrawn;
    }

    /** The mark of what a page shows of a role that waits. */
    public String mark(RoleGrant grant) {
        return approvals.mark(grant.id(), payload(grant));
    }

    /** Whether a role was asked for, and nobody decided in time. */
    boolean isOver(RoleGrant grant) {
        return grant.waits() && approvals.isOver(grant.proposedAt());
    }

    private void tell(Actor actor, RoleGrant grant, String what) {
        tell(actor, grant.account(), grant.role(), what);
    }

    /** Tells somebody of a role of theirs, unless they do it themselves. */
    private void tell(Actor actor, AccountId account, Role role, String what) {
        if (!account.ref().equals(actor.ref())) {
            var called = Notice.word("permissions.role." + role.code());
            notices.tell(account, Notice.of("people.notice." + what, "/me", called));
        }
    }

    private String payload(RoleGrant grant) {
        return payload(grant.account(), grant.role(), grant.until());
    }

    private String payload(AccountId account, Role role, LocalDate until) {
        String name = accounts.ownName(account.ref());
        String number = persons.staffNumber(account).orElse("");
        return String.join("\n", account.ref(), name, number, role.code(), until.toString());
    }
}
