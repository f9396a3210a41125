package city.dure.people;

import city.dure.approvals.Approval;
import city.dure.approvals.Approvals;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.invitations.Invitations;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * New links for colleagues who can sign in already, asked for by one administrator and made by
 * another: alone, an administrator could come in by such a link as any official.
 */
@Component
@Transactional
class LinkRequests {
    private static final String ACTION = "account.link";

    private final Invitations invitations;
    private final Approvals approvals;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    LinkRequests(
            Invitations invitations,
            Approvals approvals,
            Accounts accounts,
            PersonMarks persons,
            Notices notices,
            Ledger ledger,
            Clock clock) {
        this.invitations = invitations;
        this.approvals = approvals;
        this.accounts = accounts;
        this.persons = persons;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An administrator asks for a new link to an account. */
    @LedgerKind("account.link_asked")
    record Asked(AccountId account) implements LedgerRecord {}

    /** Another one does not make it, or the first takes the request back. */
    @LedgerKind("account.link_declined")
    record Declined(AccountId account) implements LedgerRecord {}

    /** Whether a new link to an account has to be asked for: somebody signs in to it already. */
    @Transactional(readOnly = true)
    boolean needed(AccountId account) {
        return invitations.opensNoMore(account);
    }

    /**
     * Asks another administrator to make a new link.
     *
     * @throws Conflict when one was asked for already
     */
    LedgerReceipt ask(Actor actor, AccountId account) {
        accounts.lock(account); // Two tabs ask one after the other
        if (waiting(account).isPresent()) {
            throw new Conflict("people.link.waits");
        }
        String href = "/office/staff/" + account.ref();
        approvals.ask(
                actor,
                new Approvals.Request(
                        UUID.randomUUID(), ACTION, href, Role.ADMIN, account, payload(account)));
        return ledger.record(actor, new Asked(account));
    }

    /** The link that was asked for and waits; empty when none does. */
    @Transactional(readOnly = true)
    public Optional<Approval> waiting(AccountId account) {
        return approvals.undecided(ACTION).stream()
                .filter(asked -> account.equals(asked.about()) && asked.waits(clock.instant()))
                .findFirst();
    }

    /** The mark of what a page shows of a link that waits. */
    public String mark(Approval asked) {
        return approvals.mark(asked.id(), payload(Objects.requireNonNull(asked.about())));
    }

    /** Makes the link that another administrator asked for; its account's holder is told. */
    Invitations.Made approve(Actor actor, AccountId account, UUID id, String shown) {
        var made = new AtomicReference<Invitations.Made>();
        approvals.approve(
                actor,
                id,
                payload(account),
                shown,
                () -> {
                    made.set(invitations.invite(actor, account));
                    return made.get().receipt();
                });
        notices.tell(account, Notice.of("people.notice.link", "/me"));
        return made.get();
    }

    /** Does not make it; who asked takes it back so. */
    LedgerReceipt decline(Actor actor, AccountId account, UUID id) {
        return approvals.decline(actor, id, () -> ledger.record(actor, new Declined(account)));
    }

    private String payload(AccountId account) {
        String number = persons.staffNumber(account).orElse("");
        return String.join("\n", account.ref(), accounts.ownName(account.ref()), number);
    }
}
