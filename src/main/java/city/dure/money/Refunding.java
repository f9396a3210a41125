package city.dure.money;

import static java.util.stream.Collectors.toMap;

import city.dure.book.Asked;
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
 * gets it there; of who left for good it goes to the funds it came from.
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

    /** Gives back as much of it as the shop has; nothing when it has nothing. */
    Outcome giveBack(Actor actor, GivingBack back) {
        Transfer payment =
                book.find(back.payment())
                        .filter(found -> found.kind() == Transfer.Kind.PAID)
                        .orElseThrow(() -> new NotFound(back.payment().ref()));
        Holder shop = payment.holder(Holder.Kind.SHOP);
        book.lock(payment.id());
        Payer payer = lockPresent(payment.holder(Holder.Kind.CITIZEN));
        var before = book.answered(back.asked());
        if (before.isPresent()) {
            return Outcome.Done.again(before.get());
        }
        long given = book.givenBack(payment.id());
        long open = payment.change(shop) - given;
        if (back.amount() > open) {
            return new Outcome.Refused(Reason.OVER_PAID, Math.max(0, open));
        }
        book.lock(shop);
        long part = Math.min(back.amount(), book.sum(shop));
        return part <= 0
                ? new Outcome.Refused(Reason.NOT_COVERED, 0)
                : Outcome.Done.of(post(actor, back, payment, payer, parts(payment, given, part)));
    }

    private Book.Posted post(
            Actor actor, GivingBack back, Transfer payment, Payer payer, List<Movement> parts) {
        Instant now = book.now();
        long sum = parts.stream().mapToLong(Movement::amount).sum();
        Usage used = payer.wallet().used(now).givenBack(sum, Days.of(payment.at()));
        wallets.save(payer.holder(), used);
        Movement from = Movement.of(payment.holder(Holder.Kind.SHOP), -sum);
        Draft draft = draft(back.asked(), payment, payer, from, parts, now);
        return book.post(actor, draft, made -> record(back, draft, made, payer.holder(), sum))
                .orElseThrow();
    }

    /** The one who paid, under the id they go by now, locked. */
    private record Payer(Holder holder, WalletRows.Wallet wallet) {}

    /** Who hands a wallet over at this moment is waited for. */
    private Payer lockPresent(Holder paid) {
        Holder locked;
        WalletRows.Wallet wallet;
        do {
            locked = wallets.present(paid);
            wallet = wallets.lock(locked);
        } while (!wallets.present(paid).equals(locked));
        return new Payer(locked, wallet);
    }

    private Draft draft(
            Asked asked,
            Transfer payment,
            Payer payer,
            Movement from,
            List<Movement> parts,
            Instant now) {
        var lots = lots(payment);
        var movements = new ArrayList<>(List.of(from));
        var fresh = new ArrayList<Lot>();
        for (Movement part : parts) {
            Lot lot = Objects.requireNonNull(lots.get(part.lot()));
            boolean over = lot.terms().expired(now);
            if (payer.wallet().closed()) {
                book.open(lot.terms().fund());
                movements.add(Movement.of(lot.terms().fund(), part.amount()));
            } else if (over || !lot.holder().equals(payer.holder())) {
                Terms terms = over ? lot.terms().until(Days.endAfter(now, GRACE)) : lot.terms();
                fresh.add(Lot.made(payer.holder(), terms, lot.issuedAt(), part.amount()));
            } else {
                movements.add(part);
            }
        }
        return new Draft(Transfer.Kind.REFUNDED, asked, payment.id(), movements, List.of())
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

    private static LedgerRecord record(
            GivingBack back, Draft draft, Transfer made, Holder payer, long sum) {
        return new MoneyRecords.Refunded(
                made.id(),
                back.refund(),
                back.payment(),
                payer,
                made.holder(Holder.Kind.SHOP).ref(),
                sum,
                made.written(),
                draft.terms());
    }
}
