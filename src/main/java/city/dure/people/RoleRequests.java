package city.dure.people;

import city.dure.approvals.Approvals;
import city.dure.identity.AccountId;
import city.dure.identity.PersonMarks;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Roles asked for by one administrator and granted by another. */
@Component
class RoleRequests {
    private static final String ACTION = "role.grant";

    private final Roles roles;
    private final PersonMarks persons;
    private final Approvals approvals;

    RoleRequests(Roles roles, PersonMarks persons, Approvals approvals) {
        this.roles = roles;
        this.persons = persons;
        this.approvals = approvals;
    }

    /** Asks another administrator to grant a role up to a day; the caller has checked the form. */
    LedgerReceipt ask(Actor actor, AccountId account, Role role, LocalDate until) {
        UUID id = UUID.randomUUID();
        LedgerReceipt asked = roles.propose(actor, id, account, role, until);
        String href = "/office/staff/" + account.ref();
        String payload = payload(account, role, until);
        approvals.ask(actor, new Approvals.Request(id, ACTION, href, Role.ADMIN, account, payload));
        return asked;
    }

    /** Grants a role that another administrator asked for, as the page showed it. */
    LedgerReceipt approve(Actor actor, UUID id, String shown) {
        String stored = payload(roles.find(id));
        return approvals.approve(actor, id, stored, shown, () -> roles.grant(actor, id));
    }

    /** Does not grant it; who asked takes it back so. */
    LedgerReceipt decline(Actor actor, UUID id) {
        return approvals.decline(actor, id, () -> roles.decline(actor, id));
    }

    /** The mark of what a page shows of a role that waits. */
    public String mark(RoleGrant grant) {
        return approvals.mark(grant.id(), payload(grant));
    }

    /** Whether a role was asked for, and nobody decided in time. */
    boolean isOver(RoleGrant grant) {
        return grant.waits() && approvals.isOver(grant.proposedAt());
    }

    private String payload(RoleGrant grant) {
        return payload(grant.account(), grant.role(), grant.until());
    }

    private String payload(AccountId account, Role role, LocalDate until) {
        String number = persons.staffNumber(account).orElse("");
        return String.join("\n", account.ref(), number, role.code(), until.toString());
    }
}
