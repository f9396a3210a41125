package city.dure.shopchanges;

import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import city.dure.web.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests of owners about what decides which money a shop may accept, and where it is found. */
@Service
@Transactional
class Changes {
    private static final int PAGE = 30;
    private static final int EXPORTED_AT_ONCE = 500;

    private final ChangeRows rows;
    private final Merchants merchants;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Formats formats;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    Changes(
            ChangeRows rows,
            Merchants merchants,
            Decisions decisions,
            Accounts accounts,
            Formats formats,
            Notices notices,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.merchants = merchants;
        this.decisions = decisions;
        this.accounts = accounts;
        this.formats = formats;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks for a change.
     *
     * @throws Conflict when a request of this shop waits already
     */
    LedgerReceipt request(Actor owner, MerchantId shop, Wanted wanted) {
        try {
            var was = Wanted.as(merchants.summary(shop).business());
            ChangeId id = rows.add(owner, shop, wanted, was, clock.instant());
            return ledger.record(owner, new ChangeRecords.Requested(id, shop, wanted.fields()));
        } catch (DuplicateKeyException e) {
            throw new Conflict("shopchanges.waits");
        }
    }

    /**
     * Takes a request back.
     *
     * @throws Conflict.Changed when somebody decided meanwhile
     */
    LedgerReceipt withdraw(Actor owner, Change change) {
        end(change.id(), ChangeState.WITHDRAWN, owner, null);
        return ledger.record(owner, new ChangeRecords.Withdrawn(change.id(), change.shop()));
    }

    /**
     * Agrees to a request: the shop is described as wanted, and its owners are told.
     *
     * @param seenVersion the version of the shop that was shown
     * @throws Conflict.Changed when somebody decided about the request or the shop meanwhile
     */
    LedgerReceipt approve(Actor officer, Change change, int seenVersion) {
        end(change.id(), ChangeState.APPROVED, officer, null);
        var known = merchants.summary(change.shop()).business();
        decisions.describe(officer, change.shop(), change.wanted().on(known), seenVersion);
        tellOwners(change.shop(), "approved");
        return ledger.record(officer, new ChangeRecords.Approved(change.id(), change.shop()));
    }

    /**
     * Refuses a request; the owners are told why.
     *
     * @throws Conflict.Changed when somebody decided meanwhile
     */
    LedgerReceipt refuse(Actor officer, Change change, ChangeRefusal reason) {
        end(change.id(), ChangeState.REFUSED, officer, reason);
        tellOwners(change.shop(), "refused", Notice.word("shopchanges.reason." + reason.code()));
        return ledger.record(
                officer, new ChangeRecords.Refused(change.id(), change.shop(), reason));
    }

    /**
     * A request.
     *
     * @throws NotFound when there is no such one
     */
    @Transactional(readOnly = true)
    Change get(ChangeId id) {
        return rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** The newest request of a shop. */
    @Transactional(readOnly = true)
    Optional<Change> newest(MerchantId shop) {
        return rows.newest(shop);
    }

    /** Requests in a state, oldest first, after one of them; from the first when it is none. */
    @Transactional(readOnly = true)
    Page<Change> page(ChangeState state, @Nullable String after) {
        var last = ChangeId.read(after).flatMap(rows::find).orElse(null);
        var found = rows.in(state, last, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(page, found.size() > PAGE ? page.getLast().id().ref() : null);
    }

    /** All requests in a state, oldest first, page after page. */
    Stream<List<Change>> all(ChangeState state) {
        return Stream.iterate(
                rows.in(state, null, EXPORTED_AT_ONCE),
                page -> !page.isEmpty(),
                page -> rows.in(state, page.getLast(), EXPORTED_AT_ONCE));
    }

    private void tellOwners(MerchantId shop, String what, String... more) {
        var arguments = new ArrayList<>(List.of(merchants.summary(shop).name()));
        arguments.addAll(List.of(more));
        String key = "shopchanges.notice." + what;
        notices.tellAll(
                merchants.owners(shop), new Notice(key, arguments, "/shop/" + shop + "/facts"));
    }

    private void end(ChangeId id, ChangeState state, Actor by, @Nullable ChangeRefusal reason) {
        if (!rows.end(id, state, by, reason, clock.instant())) {
            Change first = get(id);
            var who = Optional.ofNullable(first.decidedBy()).flatMap(accounts::officialName);
            throw new Conflict.Changed(
                    who.isPresent() ? "shopchanges.decided" : "shopchanges.decided.by-owner",
                    who.orElse(""),
                    formats.dateTime(first.decidedAt()));
        }
    }
}
