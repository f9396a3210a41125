package city.dure.money;

import city.dure.approvals.Approvals;
import city.dure.book.Asked;
import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What only two settlement officers together can do: let the city sell more of its currency, put
 * money of the city into a fund, set other limits, counter what was wrong.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Measures {
    private static final String ACTION = "money.measure";

    private final Book book;
    private final MeasureRows rows;
    private final LimitRows limits;
    private final WalletRows wallets;
    private final Approvals approvals;
    private final Ledger ledger;

    Measures(
            Book book,
            MeasureRows rows,
            LimitRows limits,
            WalletRows wallets,
            Approvals approvals,
            Ledger ledger) {
        this.book = book;
        this.rows = rows;
        this.limits = limits;
        this.wallets = wallets;
        this.approvals = approvals;
        this.ledger = ledger;
    }

    /** The right to sell currency in the month of a moment. */
    static Holder right(Instant moment) {
        return right(Days.month(moment));
    }

    /** The right to sell currency in a month. */
    static Holder right(YearMonth month) {
        return Holder.right(month.toString());
    }

    /**
     * Asks another officer for a change; the caller has checked the form.
     *
     * @param id of what is asked for
     * @param href the page that has the button
     */
    public LedgerReceipt ask(Actor actor, UUID id, Measure measure, String href) {
        rows.insert(actor, id, measure, book.now());
        approvals.ask(
                actor,
                new Approvals.Request(
                        id, ACTION, href, Role.SETTLEMENT_OFFICER, null, measure.written()));
        return ledger.record(actor, new MoneyRecords.MeasureAsked(measure.code(), open(measure)));
    }

    /**
     * Does what another officer asked for.
     *
     * @param shown the mark that the page carried
     * @throws Conflict when this officer may not, or it cannot be done any more
     */
    public LedgerReceipt approve(Actor actor, UUID id, String shown) {
        Measure measure = rows.find(id);
        return approvals.approve(
                actor,
                id,
                measure.written(),
                shown,
                () -> {
                    rows.decide(id, "approved");
                    return make(actor, id, measure);
                });
    }

    /** Does not do it; who asked takes it back so. */
    public LedgerReceipt decline(Actor actor, UUID id) {
        Measure measure = rows.find(id);
        return approvals.decline(
                actor,
                id,
                () -> {
                    rows.decide(id, "declined");
                    return ledger.record(
                            actor, new MoneyRecords.MeasureDeclined(measure.code(), open(measure)));
                });
    }

    /** The mark of what a page shows of a change that waits. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public String mark(UUID id) {
        return approvals.mark(id, rows.find(id).written());
    }

    private LedgerReceipt make(Actor actor, UUID id, Measure measure) {
        var asked = new Asked("measure " + id, measure.written(), null);
        return switch (measure) {
            case Measure.Allow it -> allow(actor, asked, it);
            case Measure.Endow it -> endow(actor, asked, it);
            case Measure.Limit it -> limit(actor, it);
            case Measure.Counter it -> counter(actor, asked, it.transfer());
        };
    }

    private LedgerReceipt allow(Actor actor, Asked asked, Measure.Allow it) {
        return bring(
                actor,
                Transfer.Kind.ALLOWED,
                asked,
                right(it.month()),
                Holder.RIGHTS,
                it.amount(),
                made ->
                        new MoneyRecords.Allowed(
                                made.id(), it.month().toString(), it.amount(), made.written()));
    }

    private LedgerReceipt endow(Actor actor, Asked asked, Measure.Endow it) {
        return bring(
                actor,
                Transfer.Kind.FUNDED,
                asked,
                Holder.fund(it.fund()),
                Holder.ISSUANCE,
                it.amount(),
                made -> new MoneyRecords.Funded(made.id(), it.fund(), it.amount(), made.written()));
    }

    private LedgerReceipt bring(
            Actor actor,
            Transfer.Kind kind,
            Asked asked,
            Holder to,
            Holder from,
            long amount,
            Function<Transfer, LedgerRecord> entry) {
        book.open(to);
        var movements = List.of(Movement.of(from, -amount), Movement.of(to, amount));
        return post(actor, Draft.of(kind, asked, movements), entry);
    }

    private LedgerReceipt limit(Actor actor, Measure.Limit it) {
        if (!it.from().isAfter(book.now())) {
            throw new Conflict("money.limit.past");
        }
        WalletLimits kept = limits.add(it.limits(), it.from());
        return ledger.record(
                actor,
                new MoneyRecords.Limited(kept.version(), it.from().toString(), kept.written()));
    }

    private LedgerReceipt counter(Actor actor, Asked asked, TransferId id) {
        Transfer wrong = book.find(id).orElseThrow(() -> new NotFound(id.ref()));
        lock(wrong);
        if (book.reversed(id)) {
            throw new Conflict("money.counter.again");
        }
        requireOpen(wrong);
        var movements =
                wrong.movements().stream()
                        .map(it -> new Movement(it.holder(), it.lot(), -it.amount()))
                        .toList();
        var draft = new Draft(Transfer.Kind.CORRECTED, asked, id, movements, List.of());
        requireCover(draft);
        return post(actor, draft, made -> MoneyRecords.Corrected.of(made, id));
    }

    /** Whoever touches the same lots waits. */
    private void lock(Transfer wrong) {
        book.lock(wrong.id());
        wrong.movements().stream()
                .map(Movement::holder)
                .distinct()
                .sorted(Holder.BY_REF)
                .forEach(holder -> {
                    if (holder.kind() == Holder.Kind.CITIZEN) {
                        wallets.lock(holder);
                    } else if (holder.kind() == Holder.Kind.SHOP) {
                        book.lock(holder);
                    }
                });
    }

    /** What goes back into a lot must be of use to somebody there. */
    private void requireOpen(Transfer wrong) {
        Instant now = book.now();
        var ids = wrong.movements().stream().map(Movement::lot).filter(Objects::nonNull).toList();
        for (Lot lot : book.lots(ids)) {
            boolean handedOn = !wallets.present(lot.holder()).equals(lot.holder());
            if (lot.terms().expired(now) || handedOn || wallets.read(lot.holder()).closed()) {
                throw new Conflict("money.counter.gone");
            }
        }
    }

    private void requireCover(Draft draft) {
        if (!book.covers(draft)) {
            throw new Conflict("money.counter.spent");
        }
    }

    private LedgerReceipt post(Actor actor, Draft draft, Function<Transfer, LedgerRecord> entry) {
        return book.post(actor, draft, entry)
                .orElseThrow(() -> new Conflict("money.counter.spent"))
                .receipt();
    }

    private static @Nullable String open(Measure measure) {
        return measure instanceof Measure.Counter ? null : measure.written();
    }
}
