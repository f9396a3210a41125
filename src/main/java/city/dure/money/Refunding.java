package city.dure.money;

import static java.util.stream.Collectors.toMap;

import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.LotId;
import city.dure.book.Movement;
import city.dure.book.Terms;
import city.dure.book.Transfer;
import city.dure.ledger.LedgerRecord;
import city.dure.money.Outcome.Reason;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.web.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Puts what a shop gives back into the lots it was taken from, the last taken first, with the end
 * they had. What has expired meanwhile can still be used for a month; who goes by another id by now
 * gets it there.
 */
@Component
class Refunding {
    /** After how many months what came back too late expires. */
    static final int GRACE = 1;

    private final Book book;
    private final WalletRows wallets;

    Refunding(Book book, WalletRows wallets) {
        this.book = book;
        this.wallets = wallets;
    }

    Outcome giveBack(Actor actor, GivingBack back) {
        Transfer payment =
                book.find(back.payment())
                        .filter(found -> found.kind() == Transfer.Kind.PAID)
                        .orElseThrow(() -> new NotFound(back.payment().ref()));
        Holder payer = wallets.present(payment.holder(Holder.Kind.CITIZEN));
        Holder shop = payment.holder(Holder.Kind.SHOP);
        Instant now = book.now();
        Usage used = wallets.lock(payer, Days.of(now));
        book.lock(shop);
        var before = book.answered(back.asked());
        if (before.isPresent()) {
            return Outcome.Done.again(before.get());
        }
        long given = book.givenBack(payment.id());
        long open = payment.change(shop) - given;
        if (back.amount() > open) {
            return new Outcome.Refused(Reason.OVER_PAID, Math.max(0, open));
        }
        long covered = Math.max(0, book.sum(shop));
        if (back.amount() > covered) {
            return new Outcome.Refused(Reason.NOT_COVERED, Math.min(open, covered));
        }
        wallets.save(payer, used.givenBack(back.amount(), Days.of(payment.at())));
        Draft draft = draft(back, payment, payer, given, now);
        return book.post(actor, draft, made -> record(back, draft, made))
                .map(Outcome.Done::of)
                .orElseThrow();
    }

    private Draft draft(GivingBack back, Transfer payment, Holder payer, long given, Instant now) {
        var lots = lots(payment);
        var movements = new ArrayList<Movement>();
        var fresh = new ArrayList<Lot>();
        movements.add(Movement.of(payment.holder(Holder.Kind.SHOP), -back.amount()));
        for (Movement part : parts(payment, given, back.amount())) {
            Lot lot = Objects.requireNonNull(lots.get(part.lot()));
            boolean over = lot.terms().expired(now);
            if (over || !lot.holder().equals(payer)) {
                Terms terms = over ? lot.terms().until(Days.endAfter(now, GRACE)) : lot.terms();
                fresh.add(Lot.made(payer, terms, lot.issuedAt(), part.amount()));
            } else {
                movements.add(part);
            }
        }
        return new Draft(Transfer.Kind.REFUNDED, back.asked(), payment.id(), movements, List.of())
                .making(fresh);
    }

    private Map<LotId, Lot> lots(Transfer payment) {
        var ids = payment.movements().stream().map(Movement::lot).filter(Objects::nonNull).toList();
        return book.lots(ids).stream().collect(toMap(Lot::id, Function.identity()));
    }

    /** What goes back to which lot, when so much of the payment went back before. */
    static List<Movement> parts(Transfer payment, long given, long amount) {
        var parts = new ArrayList<Movement>();
        long skip = given;
        long wanted = amount;
        for (Movement taken : payment.movements().reversed()) {
            long whole = taken.lot() == null ? 0 : -taken.amount();
            long skipped = Math.min(skip, whole);
            long part = Math.min(wanted, whole - skipped);
            if (part > 0) {
                parts.add(new Movement(taken.holder(), taken.lot(), part));
            }
            skip -= skipped;
            wanted -= part;
        }
        return parts;
    }

    private static LedgerRecord record(GivingBack back, Draft draft, Transfer made) {
        return new MoneyRecords.Refunded(
                made.id(),
                back.refund(),
                back.payment(),
                made.holder(Holder.Kind.CITIZEN),
                made.holder(Holder.Kind.SHOP).ref(),
                back.amount(),
                made.written(),
                draft.terms());
    }
}
