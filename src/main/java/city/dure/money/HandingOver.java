package city.dure.money;

import city.dure.book.Asked;
import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Transfer;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Hands a wallet to the id that its person goes by from now on: every lot with its terms and its
 * age, and what counts for the limits.
 */
@Component
class HandingOver {
    private final Book book;
    private final WalletRows wallets;
    private final Ledger ledger;

    HandingOver(Book book, WalletRows wallets, Ledger ledger) {
        this.book = book;
        this.wallets = wallets;
        this.ledger = ledger;
    }

    /**
     * Nothing happens where nobody ever had a wallet under the former id, or it was done before.
     */
    void handOver(Actor actor, Subject formerId, Subject presentId) {
        Holder former = Holder.citizen(formerId);
        Holder present = Holder.citizen(presentId);
        Stream.of(former, present).sorted(Holder.BY_REF).forEach(wallets::lock);
        Instant now = book.now();
        LocalDate today = Days.of(now);
        var wallet = wallets.read(former);
        var lots = book.left(former);
        boolean done = lots.isEmpty() && wallets.present(former).equals(present);
        if (!wallet.known() || done) {
            return;
        }
        book.open(present);
        wallets.open(present, today);
        wallets.save(present, wallets.lock(present).used(now).with(wallet.used(now)));
        wallets.save(former, Usage.none(today));
        wallets.hand(former, present);
        if (lots.isEmpty()) {
            ledger.record(actor, MoneyRecords.HandedOver.empty(presentId, formerId));
        } else {
            move(actor, lots, formerId, presentId);
        }
    }

    private void move(Actor actor, List<Lot> lots, Subject formerId, Subject presentId) {
        // The wallets' locks make it happen once.
        var asked = new Asked("handover " + UUID.randomUUID(), "handover", null);
        var from = lots.stream().map(lot -> Movement.of(lot, -lot.remaining())).toList();
        var to = lots.stream().map(lot -> copy(lot, Holder.citizen(presentId))).toList();
        Draft draft = Draft.of(Transfer.Kind.HANDED_OVER, asked, from).making(to);
        var posted =
                book.post(
                        actor,
                        draft,
                        made -> MoneyRecords.HandedOver.of(made, draft, presentId, formerId));
        if (posted.isEmpty()) {
            throw new IllegalStateException("no fund is in it: " + asked);
        }
    }

    /** Gives all that is in a wallet back to the funds it came from. */
    void giveUp(Actor actor, Subject citizen) {
        Holder holder = Holder.citizen(citizen);
        book.open(holder); // Also where there was none: a top-up on its way must find it closed
        wallets.open(holder, Days.of(book.now()));
        wallets.lock(holder);
        wallets.close(holder);
        var lots = book.left(holder);
        if (!lots.isEmpty()) {
            var asked = new Asked("given up " + UUID.randomUUID(), "given up", null);
            var draft = Draft.of(Transfer.Kind.GIVEN_UP, asked, book.backToFunds(lots));
            if (book.post(actor, draft, MoneyRecords.GivenUp::of).isEmpty()) {
                throw new IllegalStateException("nothing is taken from a fund: " + asked);
            }
        }
    }

    private static Lot copy(Lot lot, Holder present) {
        Instant age = lot.issuedAt();
        return Lot.made(present, lot.terms(), age, lot.remaining());
    }
}
