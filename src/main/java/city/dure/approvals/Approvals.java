package city.dure.approvals;

import city.dure.access.KeyedHash;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approval by a second person. It is bound to the exact text of what was asked for: of that a keyed
 * mark is kept, the page that shows the matter carries the same mark, and both must fit what is
 * stored at the moment of approving. A refusal changes nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Approvals {
    /** How long something asked for can be approved. */
    public static final Duration VALID = Duration.ofHours(24);

    /** How long it is still shown that nobody decided. */
    private static final Duration SHOWN = Duration.ofDays(7);

    private static final int LISTED = 20;

    private final ApprovalRows rows;
    private final ApprovalNews news;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final KeyedHash hash;
    private final Clock clock;

    Approvals(
            ApprovalRows rows,
            ApprovalNews news,
            Accounts accounts,
            PersonMarks persons,
            KeyedHash hash,
            Clock clock) {
        this.rows = rows;
        this.news = news;
        this.accounts = accounts;
        this.persons = persons;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * What is to be approved.
     *
     * @param id of what is asked for; asking again is a new one
     * @param action what it would do, such as {@code role.grant}
     * @param href the page that owns the matter and has the button
     * @param role whose holders may approve
     * @param about whose account it is about, who may not approve; null when it is nobody's
     * @param payload everything it would do, as one text that is the same for the same and nothing
     *     else
     */
    public record Request(
            UUID id,
            String action,
            String href,
            Role role,
            @Nullable AccountId about,
            String payload) {}

    /** Asks for it, and tells who may decide; the caller records what for. */
    public void ask(Actor actor, Request request) {
        Instant now = clock.instant();
        var asked =
                new Approval(
                        request.id(),
                        request.action(),
                        request.href(),
                        request.role(),
                        request.about(),
                        mark(request.id(), request.payload()),
                        actor.ref(),
                        now,
                        now.plus(VALID),
                        null);
        rows.insert(asked);
        news.asked(asked);
    }

    /**
     * Approves, and does what was asked for.
     *
     * @param stored the payload as it is stored now
     * @param shown the mark that the page carried
     * @param act does it, and records it
     * @throws Conflict when it was decided, has expired, is this person's own or about this person,
     *     this person or who asked does not hold the role now, or it is not what was asked for or
     *     shown
     */
    public LedgerReceipt approve(
            Actor actor, UUID id, String stored, String shown, Supplier<LedgerReceipt> act) {
        Approval asked = waiting(id);
        refusePerson(asked, actor);
        refuseOther(asked, mark(id, stored), shown);
        decide(asked, "approved", actor);
        return act.get();
    }

    /**
     * Declines what another person asked for, or takes back what one asked for oneself.
     *
     * @param act records it
     * @throws Conflict when it was decided or has expired, or this person does not hold the role
     *     now
     */
    public LedgerReceipt decline(Actor actor, UUID id, Supplier<LedgerReceipt> act) {
        Approval asked = waiting(id);
        boolean own = asked.askedBy().equals(actor.ref());
        if (!own) {
            refuseWithoutRole(asked, account(actor));
        }
        decide(asked, own ? "withdrawn" : "declined", actor);
        return act.get();
    }

    /** Ends what nobody is to approve any more, as its matter is gone; the caller records that. */
    public void end(Actor actor, UUID id) {
        rows.locked(id)
                .filter(asked -> !asked.decided())
                .ifPresent(asked -> decide(asked, "ended", actor));
    }

    /** The mark of a payload that a page shows, for the hidden field of its form. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String mark(UUID id, String payload) {
        return hash.of("approvals.payload", id + "\n" + payload);
    }

    /** What became of something asked for. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Approval> find(UUID id) {
        return rows.find(id);
    }

    /** Whether what was asked for at a moment has had its time. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOver(Instant askedAt) {
        return !clock.instant().isBefore(askedAt.plus(VALID));
    }

    /** The newest of an action that nobody decided, also those that expired in the last days. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Approval> undecided(String action) {
        return rows.undecided(action, since(), LISTED);
    }

    /** What waits for somebody, and what that person asked for, in the last days. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public Inbox inbox(Actor actor) {
        AccountId who = account(actor);
        List<Role> roles = accounts.rolesOf(who);
        if (roles.isEmpty()) {
            return new Inbox(0, List.of(), List.of());
        }
        var found = rows.concerning(who, roles, since(), LISTED);
        var names =
                accounts.displayNames(found.stream().map(Approval::askedBy).distinct().toList());
        var others = found.stream().filter(each -> !each.askedBy().equals(who.ref()));
        var own = found.stream().filter(each -> each.askedBy().equals(who.ref()));
        return new Inbox(
                rows.waitingFor(who, roles, clock.instant().minus(VALID)),
                others.map(each -> line(each, names.getOrDefault(each.askedBy(), ""))).toList(),
                own.map(each -> line(each, names.getOrDefault(each.askedBy(), ""))).toList());
    }

    private void decide(Approval asked, String outcome, Actor actor) {
        rows.decide(asked.id(), outcome, actor.ref(), clock.instant());
        news.decided(asked, outcome, actor.ref());
    }

    private Inbox.Line line(Approval asked, String name) {
        Instant now = clock.instant();
        long left = Math.max(0, Duration.between(now, asked.expiresAt()).toMinutes());
        return new Inbox.Line(
                asked.action(), asked.href(), name, asked.askedAt(), left, asked.expired(now));
    }

    private Approval waiting(UUID id) {
        Approval asked = rows.locked(id).orElseThrow(() -> new NotFound("approval " + id));
        if (asked.decided()) {
            throw new Conflict.Changed("approvals.decided");
        }
        if (asked.expired(clock.instant())) {
            throw new Conflict("approvals.expired");
        }
        return asked;
    }

    private void refusePerson(Approval asked, Actor actor) {
        AccountId who = account(actor);
        if (asked.askedBy().equals(who.ref())) {
            throw new Conflict("approvals.own.refused");
        }
        if (persons.same(AccountId.valueOf(asked.askedBy()), who)) {
            throw new Conflict("approvals.same");
        }
        if (asked.about() != null && persons.same(asked.about(), who)) {
            throw new Conflict("approvals.about");
        }
        refuseWithoutRole(asked, who);
        if (!holds(AccountId.valueOf(asked.askedBy()), asked.role())) {
            throw new Conflict("approvals.asker");
        }
    }

    /** Roles are read anew: one that was taken back since the page was opened counts no longer. */
    private void refuseWithoutRole(Approval asked, AccountId who) {
        if (!holds(who, asked.role())) {
            throw new Conflict("approvals.role");
        }
    }

    private boolean holds(AccountId who, Role role) {
        return accounts.rolesOf(who).contains(role);
    }

    private static void refuseOther(Approval asked, String stored, String shown) {
        if (!stored.equals(shown) || asked.mark() != null && !stored.equals(asked.mark())) {
            throw new Conflict.Changed("approvals.differs");
        }
    }

    private Instant since() {
        return clock.instant().minus(VALID).minus(SHOWN);
    }

    private static AccountId account(Actor actor) {
        return AccountId.valueOf(actor.ref());
    }
}
