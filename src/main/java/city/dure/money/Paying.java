package city.dure.money;

import city.dure.book.Book;
import city.dure.book.Draft;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.Movement;
import city.dure.book.Transfer;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.money.Outcome.Reason;
import city.dure.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes what a citizen pays out of the lots, in their order, or says why not. */
@Component
class Paying {
    private final Book book;
    private final WalletRows wallets;
    private final LimitRows limits;
    private final ObjectProvider<Screening> screenings;
    private final Ledger ledger;

    Paying(
            Book book,
            WalletRows wallets,
            LimitRows limits,
            ObjectProvider<Screening> screenings,
            Ledger ledger) {
        this.book = book;
        this.wallets = wallets;
        this.limits = limits;
        this.screenings = screenings;
        this.ledger = ledger;
    }

    /** What would become of it now, without asking the screens; promises nothing. */
    Spending.Foreseen foresee(Spending spending) {
        Instant now = book.now();
        var payer = Holder.citizen(spending.citizen());
        var left = left(payer, now);
        return refusal(spending, left, wallets.read(payer).used(now), limits.at(now))
                .map(refused -> new Spending.Foreseen(List.of(), refused))
                .orElseGet(() -> new Spending.Foreseen(parts(spending, left), null));
    }

    private static List<Spending.Part> parts(Spending spending, List<Lot> left) {
        return taken(usable(spending, left), spending.amount()).stream()
                .map(each -> new Spending.Part(each.lot().terms(), each.amount()))
                .toList();
    }

    private List<Lot> left(Holder payer, Instant now) {
        return book.left(payer).stream().filter(lot -> !lot.terms().expired(now)).toList();
    }

    Outcome pay(Actor actor, Spending spending) {
        var payer = Holder.citizen(spending.citizen());
        var wallet = wallets.lock(payer);
        Instant now = book.now();
        Usage used = wallet.used(now);
        var before = book.answered(spending.asked());
        if (before.isPresent()) {
            return Outcome.Done.again(before.get());
        }
        var left = left(payer, now);
        return refusal(spending, left, used, limits.at(now))
                .or(() -> changed(spending, left))
                .or(() -> screened(spending))
                .<Outcome>map(refused -> tell(actor, spending, refused))
                .orElseGet(() -> Outcome.Done.of(move(actor, spending, left, used)));
    }

    private Book.Posted move(Actor actor, Spending spending, List<Lot> left, Usage used) {
        var movements = new ArrayList<Movement>();
        taken(usable(spending, left), spending.amount())
                .forEach(each -> movements.add(Movement.of(each.lot(), -each.amount())));
        movements.add(Movement.of(Holder.shop(spending.shop()), spending.amount()));
        wallets.save(Holder.citizen(spending.citizen()), used.paying(spending.amount()));
        var draft = Draft.of(Transfer.Kind.PAID, spending.asked(), movements);
        return book.post(actor, draft, made -> record(spending, made)).orElseThrow();
    }

    private static LedgerRecord record(Spending spending, Transfer made) {
        return new MoneyRecords.Paid(
                made.id(),
                spending.payment(),
                spending.citizen(),
                spending.shop().ref(),
                spending.amount(),
                made.written(),
                spending.means().card(),
                spending.means().till());
    }

    /** Says that nothing is paid, and why. */
    Outcome.Refused tell(Actor actor, Spending spending, Outcome.Refused refused) {
        ledger.record(
                actor,
                new MoneyRecords.PaymentRefused(
                        spending.payment(),
                        spending.citizen(),
                        spending.shop().ref(),
                        spending.amount(),
                        refused.reason().code(),
                        spending.means().card(),
                        spending.means().till()));
        return refused;
    }

    private Optional<Outcome.Refused> refusal(
            Spending spending, List<Lot> left, Usage used, WalletLimits limits) {
        if (spending.kinds().isEmpty()) {
            return refused(Reason.NOT_ACCEPTING, 0);
        }
        long usable = sum(usable(spending, left));
        long most = Math.min(usable, limits.payable(used));
        if (usable < spending.amount()) {
            boolean elsewhere = sum(left) >= spending.amount();
            return refused(elsewhere ? Reason.NOT_HERE : Reason.NOT_ENOUGH, most);
        }
        return overLimit(spending.amount(), used, limits).flatMap(why -> refused(why, most));
    }

    private static Optional<Outcome.Refused> changed(Spending spending, List<Lot> left) {
        return spending.differs(parts(spending, left))
                ? refused(Reason.CHANGED, 0)
                : Optional.empty();
    }

    private Optional<Outcome.Refused> screened(Spending spending) {
        return screenings.stream().allMatch(each -> each.passes(spending))
                ? Optional.empty()
                : refused(Reason.SCREENED, 0);
    }

    private static Optional<Reason> overLimit(long amount, Usage used, WalletLimits limits) {
        if (amount > limits.payment()) {
            return Optional.of(Reason.OVER_PAYMENT);
        }
        if (amount > limits.paymentDay() - used.paidDay()) {
            return Optional.of(Reason.OVER_DAY);
        }
        return amount > limits.paymentMonth() - used.paidMonth()
                ? Optional.of(Reason.OVER_MONTH)
                : Optional.empty();
    }

    private static Optional<Outcome.Refused> refused(Reason reason, long most) {
        return Optional.of(new Outcome.Refused(reason, Math.max(0, most)));
    }

    /** Those that may be spent here, in the order in which they are. */
    private static List<Lot> usable(Spending spending, List<Lot> left) {
        return left.stream()
                .filter(lot -> spending.accepts(lot.terms()))
                .sorted(Lot.SPENT)
                .toList();
    }

    private record Taken(Lot lot, long amount) {}

    private static List<Taken> taken(List<Lot> usable, long amount) {
        var taken = new ArrayList<Taken>();
        long wanted = amount;
        for (Lot lot : usable) {
            long part = Math.min(wanted, lot.remaining());
            if (part > 0) {
                taken.add(new Taken(lot, part));
                wanted -= part;
            }
        }
        return taken;
    }

    private static long sum(List<Lot> some) {
        return some.stream().mapToLong(Lot::remaining).sum();
    }
}
