package city.dure.refunds;

import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.money.GivingBack;
import city.dure.money.Money;
import city.dure.money.Outcome;
import city.dure.shared.Actor;
import city.dure.shared.Subject;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what a shop wants to give back: what it has and was not paid out goes at once, the
 * rest is owed and goes out of its next sales, oldest first.
 */
@Service
@Transactional
public class RefundsOwed {
    private final OwedRows rows;
    private final Book book;
    private final Money money;
    private final Ledger ledger;

    RefundsOwed(OwedRows rows, Book book, Money money, Ledger ledger) {
        this.rows = rows;
        this.book = book;
        this.money = money;
        this.ledger = ledger;
    }

    /** A shop had not all that it wanted to give back; the rest is owed, in won. */
    @LedgerKind("refund.owed")
    record Kept(TransferId payment, Subject citizen, String merchant, long amount)
            implements LedgerRecord {}

    /** So much of what was owed is not any more, in won: the payment itself was countered. */
    @LedgerKind("refund.lapsed")
    record Lapsed(TransferId payment, String merchant, long amount) implements LedgerRecord {}

    /**
     * What became of a refund, in won.
     *
     * @param transfer what was given at once; null for nothing
     * @param owed what is still to come
     * @param receipt of the entry; null when it was done before, by the same key
     * @param refused why not; null when it was done
     */
    public record Given(
            @Nullable Transfer transfer,
            long given,
            long owed,
            @Nullable LedgerReceipt receipt,
            Outcome.@Nullable Refused refused) {}

    /**
     * Gives back of a payment, once by the key.
     *
     * @throws NotFound when there was no such payment
     * @throws Conflict when the key was used for something else
     */
    public Given giveBack(Actor actor, GivingBack back) {
        Transfer payment =
                book.find(back.payment())
                        .filter(found -> found.kind() == Transfer.Kind.PAID)
                        .orElseThrow(() -> new NotFound(back.payment().ref()));
        book.lock(payment.id());
        Owed before = rows.find(back.key()).orElse(null);
        if (before != null) {
            return again(before, back);
        }
        Holder shop = payment.holder(Holder.Kind.SHOP);
        boolean fresh = book.answered(back.asked()).isEmpty();
        long open = payment.change(shop) - book.givenBack(payment.id()) - rows.of(payment.id());
        if (fresh && back.amount() > open) {
            var refused = new Outcome.Refused(Outcome.Reason.OVER_PAID, Math.max(0, open));
            return new Given(null, 0, 0, null, refused);
        }
        return given(actor, back, payment, money.giveBack(actor, back));
    }

    /** Whether it was asked for before, by its key. */
    @Transactional(readOnly = true)
    public boolean known(GivingBack back) {
        return rows.find(back.key()).isPresent() || book.answered(back.asked()).isPresent();
    }

    private Given given(Actor actor, GivingBack back, Transfer payment, Outcome outcome) {
        Holder shop = payment.holder(Holder.Kind.SHOP);
        Outcome.Done done = outcome instanceof Outcome.Done some ? some : null;
        Transfer transfer = done == null ? null : done.transfer();
        long given = transfer == null ? 0 : -transfer.change(shop);
        long rest = back.amount() - given;
        LedgerReceipt receipt = done == null ? null : done.receipt();
        if (rest > 0) {
            LedgerReceipt kept = keep(actor, back, payment, rest);
            receipt = receipt == null ? kept : receipt;
        }
        return new Given(transfer, given, rest, receipt, null);
    }

    private LedgerReceipt keep(Actor actor, GivingBack back, Transfer payment, long rest) {
        String merchant = payment.holder(Holder.Kind.SHOP).ref();
        rows.insert(
                new Owed(
                        UUID.randomUUID(),
                        back.key(),
                        back.amount(),
                        payment.id(),
                        merchant,
                        rest,
                        rest,
                        book.now()));
        Holder citizen = payment.holder(Holder.Kind.CITIZEN);
        return ledger.record(actor, new Kept(payment.id(), citizen, merchant, rest));
    }

    private Given again(Owed before, GivingBack back) {
        if (before.asked() != back.amount() || !before.payment().equals(back.payment())) {
            throw new Conflict("book.key.other");
        }
        Transfer transfer = book.answered(back.asked()).orElse(null);
        return new Given(transfer, before.asked() - before.amount(), before.amount(), null, null);
    }

    /** What shops had to give back later of these payments, the oldest first. */
    @Transactional(readOnly = true)
    public List<Owed> all(Collection<TransferId> payments) {
        return rows.all(payments);
    }

    /** How much of a payment its shop still has to give back, in won. */
    @Transactional(readOnly = true)
    public long of(TransferId payment) {
        return rows.of(payment);
    }

    /** How much a shop still has to give back, in won. */
    @Transactional(readOnly = true)
    public long of(Subject merchant) {
        return rows.of(merchant.ref());
    }

    /**
     * Gives back of what a shop owes longest as much as it has now. One payment in one transaction:
     * who gives two back locks their payments in another order than who gives one.
     *
     * @return whether anything changed
     */
    boolean settle(String merchant) {
        return rows.lockOldest(merchant).filter(this::settle).isPresent();
    }

    private boolean settle(Owed row) {
        var back =
                new GivingBack(
                        "owed " + row.id() + " " + row.owed(),
                        GivingBack.newRefund(),
                        row.payment(),
                        row.owed());
        return switch (money.giveBack(Actor.SYSTEM, back)) {
            case Outcome.Done done -> {
                rows.given(row.id(), -done.transfer().change(Holder.read(row.merchant())));
                yield true;
            }
            case Outcome.Refused refused when refused.reason() == Outcome.Reason.OVER_PAID -> {
                lapse(row, row.owed() - refused.most());
                yield true;
            }
            case Outcome.Refused refused -> false;
        };
    }

    /** Two officers countered the payment since: so much of it is nobody's to be given back. */
    private void lapse(Owed row, long amount) {
        rows.given(row.id(), amount);
        ledger.record(Actor.SYSTEM, new Lapsed(row.payment(), row.merchant(), amount));
    }
}
