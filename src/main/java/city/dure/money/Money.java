package city.dure.money;

import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do with money, each once by its key, in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Money {
    private final Book book;
    private final Loading loading;
    private final Paying paying;
    private final Refunding refunding;
    private final HandingOver handing;
    private final LimitRows limits;

    Money(
            Book book,
            Loading loading,
            Paying paying,
            Refunding refunding,
            HandingOver handing,
            LimitRows limits) {
        this.book = book;
        this.loading = loading;
        this.paying = paying;
        this.refunding = refunding;
        this.handing = handing;
        this.limits = limits;
    }

    /** What a citizen would get who loads an amount now; promises nothing. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Quote quote(Subject citizen, long amount) {
        return loading.quote(citizen, amount);
    }

    /** How much a citizen can load at most now, before what the city gives, in won. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long mostLoadable(Subject citizen) {
        return loading.most(citizen);
    }

    /** Loads what a citizen paid for, or says why not. */
    public Outcome topUp(Actor actor, TopUp topUp) {
        return loading.load(actor, topUp);
    }

    /** What would become of a payment now; promises nothing. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Spending.Foreseen foresee(Spending spending) {
        return paying.foresee(spending);
    }

    /** Pays at a shop, or says why not. */
    public Outcome pay(Actor actor, Spending spending) {
        return paying.pay(actor, spending);
    }

    /** Refuses a payment before any money is looked at, so that its citizen sees why. */
    public Outcome refuse(Actor actor, Spending spending, Outcome.Reason reason) {
        return paying.tell(actor, spending, new Outcome.Refused(reason, 0));
    }

    /**
     * Gives back of a payment, as much of it as the shop took and was not paid out, or says why
     * not.
     *
     * @throws city.dure.web.NotFound when there was no such payment
     */
    public Outcome giveBack(Actor actor, GivingBack back) {
        return refunding.giveBack(actor, back);
    }

    /** Hands a wallet to the id that its person goes by from now on; once. */
    public void handOver(Actor actor, Subject former, Subject present) {
        handing.handOver(actor, former, present);
    }

    /** Gives all that somebody has back to the funds it came from, as they leave for good. */
    public void giveUp(Actor actor, Subject citizen) {
        handing.giveUp(actor, citizen);
    }

    /** What a citizen can spend now, in the order in which it would be. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Lot> spendable(Subject citizen) {
        Instant now = book.now();
        return book.left(Holder.citizen(citizen)).stream()
                .filter(lot -> !lot.terms().expired(now))
                .sorted(Lot.SPENT)
                .toList();
    }

    /** What of it could be spent at a shop of these kinds of money and these networks, in won. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long spendable(Subject citizen, Set<MoneyKind> kinds, Set<String> networks) {
        return spendable(citizen).stream()
                .filter(lot -> Spending.accepts(kinds, networks, lot.terms()))
                .mapToLong(Lot::remaining)
                .sum();
    }

    /** The limits that hold now. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public WalletLimits limits() {
        return limits.at(book.now());
    }
}
