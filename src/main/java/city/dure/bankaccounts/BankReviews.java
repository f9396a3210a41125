package city.dure.bankaccounts;

import city.dure.approvals.Approval;
import city.dure.approvals.Approvals;
import city.dure.bankaccounts.BankChange.Proposal;
import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Member;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers do with requests for another bank account: one checks it and proposes it, a second
 * one approves exactly that. Every act locks the request first, and its approval after that.
 */
@Service
@Transactional
class BankReviews {
    private static final String ACTION = "shop_bank.change";
    private static final int PAGE = 30;
    private static final int EXPORTED_AT_ONCE = 500;

    private final BankRows rows;
    private final SealedAccounts sealed;
    private final BankAccounts accounts;
    private final BankViews views;
    private final Approvals approvals;
    private final Strangers strangers;
    private final Merchants merchants;
    private final Ledger ledger;
    private final Clock clock;

    BankReviews(
            BankRows rows,
            SealedAccounts sealed,
            BankAccounts accounts,
            BankViews views,
            Approvals approvals,
            Strangers strangers,
            Merchants merchants,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.accounts = accounts;
        this.views = views;
        this.approvals = approvals;
        this.strangers = strangers;
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks a second officer to approve the account.
     *
     * @throws Conflict when it was decided, waits for the second officer already, is not open to
     *     this one, or belongs to a shop where this one works
     */
    LedgerReceipt propose(Actor officer, BankChangeId id, Check check) {
        BankChange asked = undecided(id);
        refuseUnderApproval(asked);
        refuseUnfit(officer, asked);
        var proposal = new Proposal(UUID.randomUUID(), officer.ref(), check);
        rows.propose(id, proposal);
        approvals.ask(
                officer,
                new Approvals.Request(
                        proposal.id(),
                        ACTION,
                        "/office/bank-changes/" + id,
                        Role.MERCHANT_OFFICER,
                        asked.requestedBy(),
                        payload(asked, check)));
        return ledger.record(
                officer, new BankRecords.Proposed(id, asked.shop(), asked.commitment(), check));
    }

    /**
     * Brings the account into force as the page showed it.
     *
     * @throws Conflict as {@link Approvals#approve} does; when it is not open to this officer, who
     *     works in the shop, or whoever asked for it owns the shop no longer
     */
    LedgerReceipt approve(Actor officer, BankChangeId id, String shown) {
        BankChange asked = locked(id);
        Proposal proposal = proposal(asked);
        return approvals.approve(
                officer,
                proposal.id(),
                asked.waits() ? payload(asked, proposal.check()) : "",
                shown,
                () -> putInForce(officer, asked));
    }

    /** Does not approve it; who proposed it takes that back so. The request goes on waiting. */
    LedgerReceipt decline(Actor officer, BankChangeId id) {
        BankChange asked = locked(id);
        return approvals.decline(
                officer,
                proposal(asked).id(),
                () -> ledger.record(officer, new BankRecords.Returned(id, asked.shop())));
    }

    /**
     * Refuses the request; the account is destroyed and all owners are told.
     *
     * @throws Conflict when it was decided, or waits for the second officer
     */
    LedgerReceipt refuse(Actor officer, BankChangeId id, Refusal refusal) {
        BankChange asked = undecided(id);
        refuseUnderApproval(asked);
        rows.end(asked, BankChangeState.REFUSED, officer, refusal, clock.instant());
        sealed.destroy(id);
        accounts.tellOwners(asked.shop(), "refused");
        return ledger.record(officer, new BankRecords.Refused(id, asked.shop(), refusal));
    }

    /**
     * A request.
     *
     * @throws NotFound when there is no such one
     */
    @Transactional(readOnly = true)
    BankChange get(BankChangeId id) {
        return rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** What became of the newest proposal; empty while there is none. */
    @Transactional(readOnly = true)
    Optional<Approval> approval(BankChange asked) {
        return Optional.ofNullable(asked.proposal()).flatMap(made -> approvals.find(made.id()));
    }

    /** The mark of what the page shows while it waits for the second officer. */
    @Transactional(readOnly = true)
    String mark(BankChange asked) {
        Proposal proposal = proposal(asked);
        return approvals.mark(proposal.id(), payload(asked, proposal.check()));
    }

    /** Whether an officer is nobody of the shop, as far as can be known. */
    @Transactional(readOnly = true)
    boolean isStranger(Actor officer, BankChange asked) {
        return strangers.has(officer, asked.shop());
    }

    /** Requests in a state, oldest first, after one of them; from the first when it is none. */
    @Transactional(readOnly = true)
    Page<BankChange> page(BankChangeState state, @Nullable String after) {
        var last = BankChangeId.read(after).flatMap(rows::find).orElse(null);
        var found = rows.in(state, last, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(page, found.size() > PAGE ? page.getLast().id().ref() : null);
    }

    /** All requests in a state, oldest first, page after page. */
    Stream<List<BankChange>> all(BankChangeState state) {
        return Stream.iterate(
                rows.in(state, null, EXPORTED_AT_ONCE),
                page -> !page.isEmpty(),
                page -> rows.in(state, page.getLast(), EXPORTED_AT_ONCE));
    }

    private LedgerReceipt putInForce(Actor officer, BankChange asked) {
        refuseUnfit(officer, asked);
        var owner = new Member(asked.shop(), asked.requestedBy().ref(), Membership.OWNER);
        if (!merchants.members(asked.shop()).contains(owner)
                || !merchants.summary(asked.shop()).isMerchant()) {
            throw new Conflict("bankaccounts.no-owner");
        }
        rows.makeRoom(asked.shop());
        rows.end(asked, BankChangeState.IN_FORCE, officer, clock.instant());
        accounts.tellOwners(asked.shop(), "changed");
        return ledger.record(
                officer, new BankRecords.Changed(asked.id(), asked.shop(), asked.commitment()));
    }

    /** Who works in the shop decides nothing about it, and nobody what they did not see. */
    private void refuseUnfit(Actor officer, BankChange asked) {
        if (!isStranger(officer, asked)) {
            throw new Conflict("bankaccounts.own-shop");
        }
        if (views.opened(officer, asked.id()).isEmpty()) {
            throw new Conflict("bankaccounts.closed");
        }
    }

    private void refuseUnderApproval(BankChange asked) {
        if (approval(asked).filter(made -> made.waits(clock.instant())).isPresent()) {
            throw new Conflict.Changed("bankaccounts.under-approval");
        }
    }

    private BankChange undecided(BankChangeId id) {
        BankChange asked = locked(id);
        if (!asked.waits()) {
            throw new Conflict.Changed("bankaccounts.decided");
        }
        return asked;
    }

    private BankChange locked(BankChangeId id) {
        return rows.locked(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    private static Proposal proposal(BankChange asked) {
        if (asked.proposal() == null) {
            throw new Conflict.Changed("bankaccounts.not-proposed");
        }
        return Objects.requireNonNull(asked.proposal());
    }

    /** Everything that approving would do. */
    private String payload(BankChange asked, Check check) {
        var account = sealed.require(asked);
        return String.join(
                "\n",
                asked.id().ref(),
                asked.shop().ref(),
                asked.requestedBy().ref(),
                asked.requestedAt().toString(),
                asked.commitment(),
                account.bank().code(),
                account.digits(),
                account.holder(),
                check.code());
    }
}
