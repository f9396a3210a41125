package city.dure.money;

import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Terms;
import city.dure.book.Transfer;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.money.Outcome.Reason;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.shared.MoneyKind;
import city.dure.shared.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts what a citizen bought into their wallet, with what the city gives on it. Both come out of
 * the month's right to issue, the city's part out of the fund for it.
 */
@Component
class Loading {
    /** Where what citizens bought and did not spend in time goes. */
    static final Holder OWN = Holder.fund("own");

    /** What the city gives on top-ups. */
    static final Holder BONUS = Holder.fund("bonus");

    private static final int WHOLE = 10_000;

    private final Book book;
    private final WalletRows wallets;
    private final LimitRows limits;
    private final Ledger ledger;

    Loading(Book book, WalletRows wallets, LimitRows limits, Ledger ledger) {
        this.book = book;
        this.wallets = wallets;
        this.limits = limits;
        this.ledger = ledger;
    }

    /** What a citizen would get who loads an amount now; promises nothing. */
    Quote quote(Subject citizen, long amount) {
        var holder = Holder.citizen(citizen);
        Instant now = book.now();
        Usage used = wallets.read(holder).used(now);
        return Quote.of(amount, standing(holder, used, now), limits.at(now));
    }

    /** How much can be loaded at most, before what the city gives. */
    long most(Subject citizen) {
        var holder = Holder.citizen(citizen);
        Instant now = book.now();
        var standing = standing(holder, wallets.read(holder).used(now), now);
        return Quote.most(standing, limits.at(now));
    }

    Outcome load(Actor actor, TopUp topUp) {
        var holder = Holder.citizen(topUp.citizen());
        book.open(holder);
        wallets.open(holder, Days.of(book.now()));
        var wallet = wallets.lock(holder);
        Instant now = book.now();
        Usage used = wallet.used(now);
        var before = book.answered(topUp.asked());
        if (before.isPresent()) {
            return Outcome.Done.again(before.get());
        }
        if (wallet.closed()) {
            return tell(actor, topUp, new Outcome.Refused(Reason.LEFT, 0));
        }
        WalletLimits rules = limits.at(now);
        Quote quote = Quote.of(topUp.amount(), standing(holder, used, now), rules);
        if (quote.reason() != null) {
            return tell(actor, topUp, new Outcome.Refused(quote.reason(), 0));
        }
        if (!topUp.agrees(quote)) {
            return tell(actor, topUp, new Outcome.Refused(Reason.CHANGED, topUp.amount()));
        }
        Draft draft = draft(topUp, now).making(lots(holder, quote, rules, now));
        var posted = book.post(actor, draft, made -> record(topUp, rules, draft, made));
        if (posted.isEmpty()) {
            return tell(actor, topUp, new Outcome.Refused(used(topUp), 0));
        }
        wallets.save(holder, used.loading(topUp.amount(), quote.withBonus()));
        return Outcome.Done.of(posted.get());
    }

    /** What was used up in the moment between the quote and the transfer. */
    private Reason used(TopUp topUp) {
        return book.leftOf(BONUS) < topUp.given() ? Reason.CHANGED : Reason.SOLD_OUT;
    }

    private Quote.Standing standing(Holder holder, Usage used, Instant now) {
        long held =
                book.left(holder).stream()
                        .filter(lot -> lot.terms().kind() == MoneyKind.GENERAL)
                        .filter(lot -> !lot.terms().expired(now))
                        .mapToLong(Lot::remaining)
                        .sum();
        return new Quote.Standing(used, held, book.leftOf(BONUS), book.leftOf(Measures.right(now)));
    }

    private static Draft draft(TopUp topUp, Instant now) {
        long loaded = topUp.paid() + topUp.given();
        var movements = new ArrayList<Movement>();
        add(movements, Holder.ISSUANCE, -topUp.paid());
        add(movements, BONUS, -topUp.given());
        add(movements, Measures.right(now), -loaded);
        add(movements, Holder.RIGHTS, loaded);
        return Draft.of(Transfer.Kind.TOPPED_UP, topUp.asked(), movements);
    }

    private static void add(List<Movement> movements, Holder holder, long amount) {
        if (amount != 0) {
            movements.add(Movement.of(holder, amount));
        }
    }

    /**
     * With a bonus, what was paid and what was given; with a discount, what was cheaper and not.
     */
    private static List<Lot> lots(Holder holder, Quote quote, WalletLimits rules, Instant now) {
        boolean discount = rules.variant() == WalletLimits.Variant.DISCOUNT;
        long cheaper = discount ? quote.withBonus() : quote.given();
        int paid = discount ? WHOLE - rules.rate() : 0;
        Instant until = Days.endAfter(now, rules.months());
        var some = Terms.general(discount ? OWN : BONUS, paid, discount, until);
        var own = Terms.general(OWN, WHOLE, true, until);
        return Stream.of(
                        Lot.made(holder, own, now, quote.loaded() - cheaper),
                        Lot.made(holder, some, now, cheaper))
                .filter(lot -> lot.amount() > 0)
                .toList();
    }

    private static LedgerRecord record(
            TopUp topUp, WalletLimits rules, Draft draft, Transfer made) {
        return new MoneyRecords.ToppedUp(
                made.id(),
                topUp.citizen(),
                topUp.order(),
                topUp.paid(),
                topUp.given(),
                rules.version(),
                made.written(),
                draft.terms());
    }

    private Outcome tell(Actor actor, TopUp topUp, Outcome.Refused refused) {
        ledger.record(
                actor,
                new MoneyRecords.TopUpRefused(
                        topUp.order(), topUp.citizen(), topUp.amount(), refused.reason().code()));
        return refused;
    }
}
