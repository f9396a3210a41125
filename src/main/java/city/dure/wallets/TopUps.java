package city.dure.wallets;

import city.dure.book.Book;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.money.Money;
import city.dure.money.Outcome;
import city.dure.money.Quote;
import city.dure.shared.Actor;
import city.dure.shared.Subject;
import city.dure.wallets.Order.State;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Top-ups from what a citizen agrees to up to what the bank says became of it. */
@Service
@Transactional
public class TopUps {
    /** How many orders of one citizen may wait for the bank. */
    private static final int MOST = 20;

    private static final int SHOWN = 3;

    private final OrderRows rows;
    private final Citizens citizens;
    private final FormerIds formerIds;
    private final Money money;
    private final Book book;
    private final Ledger ledger;

    TopUps(
            OrderRows rows,
            Citizens citizens,
            FormerIds formerIds,
            Money money,
            Book book,
            Ledger ledger) {
        this.rows = rows;
        this.citizens = citizens;
        this.formerIds = formerIds;
        this.money = money;
        this.book = book;
        this.ledger = ledger;
    }

    /** A citizen agreed to pay so much, and is sent to the bank. */
    @LedgerKind("top_up.asked")
    record Asked(OrderId order, Subject citizen, long amount, long paid, long given)
            implements LedgerRecord {}

    /** A citizen did not pay after all. */
    @LedgerKind("top_up.cancelled")
    record Cancelled(OrderId order, Subject citizen) implements LedgerRecord {}

    /** The money of a citizen came, and is not loaded: the bank gives it back. */
    @LedgerKind("top_up.refused")
    record Refused(OrderId order, Subject citizen, long amount, String refusal)
            implements LedgerRecord {}

    /** An order, and its entry. */
    record Placed(Order order, LedgerReceipt receipt) {}

    /**
     * Agrees to what was shown.
     *
     * @param shownPaid what the page said that they pay, in won
     * @param shownGiven and are given
     * @throws Conflict when it cannot be, or would be another amount by now
     */
    Placed ask(Actor actor, Citizen citizen, long amount, long shownPaid, long shownGiven) {
        Quote quote = money.quote(citizen.id(), amount);
        if (quote.reason() != null || quote.paid() != shownPaid || quote.given() != shownGiven) {
            throw new Conflict.Changed("wallets.changed");
        }
        if (rows.open(citizen.id(), Order.since(book.now()), MOST).size() == MOST) {
            throw new Conflict("wallets.many");
        }
        var order =
                new Order(
                        OrderId.random(),
                        citizen.id(),
                        amount,
                        quote.paid(),
                        quote.given(),
                        State.OPEN,
                        null,
                        book.now(),
                        null);
        rows.insert(order);
        var asked = new Asked(order.id(), citizen.id(), amount, order.paid(), order.given());
        return new Placed(order, ledger.record(actor, asked));
    }

    /** The orders of somebody that wait for the bank, the newest first. */
    @Transactional(readOnly = true)
    public List<Order> waiting(Citizen citizen) {
        return rows.open(citizen.id(), Order.since(book.now()), SHOWN);
    }

    /** All orders of somebody, the oldest first. */
    @Transactional(readOnly = true)
    public List<Order> all(CitizenId citizen) {
        return rows.all(formerIds.all(citizen));
    }

    /** What a page calls an order now: one that waited too long for the bank has lapsed. */
    String code(Order order) {
        boolean lapsed = order.state() == State.OPEN && order.late(book.now());
        return lapsed ? "lapsed" : order.code();
    }

    /** An order of somebody; {@link NotFound} for another's. */
    @Transactional(readOnly = true)
    public Order own(Citizen citizen, OrderId id) {
        return rows.find(id)
                .filter(order -> formerIds.present(order.citizen()).equals(citizen.id()))
                .orElseThrow(() -> new NotFound(id.ref()));
    }

    /**
     * Takes in what the bank says, as often as it says it; the first word counts, but that what was
     * paid after a cancellation is given back.
     *
     * @return what became of the order: when it is refused, the bank gives the money back
     * @throws NotFound for an unknown order
     * @throws Conflict when another amount was paid than agreed on
     */
    Order take(Actor bank, BankEvent event) {
        Order order = rows.lock(event.order()).orElseThrow(() -> new NotFound(event.order().ref()));
        boolean after = order.state() == State.CANCELLED && event.paid();
        if (order.state() != State.OPEN && !after) {
            return order;
        }
        if (!event.paid()) {
            ledger.record(bank, new Cancelled(order.id(), order.citizen()));
            return decided(order, State.CANCELLED, null);
        }
        if (event.amount() != order.paid()) {
            throw new Conflict("wallets.amount.differs");
        }
        return after ? refused(bank, order, "cancelled") : load(bank, order);
    }

    private Order load(Actor bank, Order order) {
        if (order.late(book.now())) {
            return refused(bank, order, "late");
        }
        CitizenId holder = formerIds.present(order.citizen());
        if (citizens.find(holder).filter(one -> one.erasedAt() == null).isEmpty()) {
            return refused(bank, order, "left");
        }
        return switch (money.topUp(bank, order.topUp(holder))) {
            case Outcome.Done done -> decided(order, State.DONE, null);
            case Outcome.Refused refused -> decided(order, State.REFUSED, refused.reason().code());
        };
    }

    private Order refused(Actor bank, Order order, String why) {
        ledger.record(bank, new Refused(order.id(), order.citizen(), order.paid(), why));
        return decided(order, State.REFUSED, why);
    }

    private Order decided(Order order, State state, @Nullable String refusal) {
        rows.decide(order.id(), state, refusal, book.now());
        return rows.find(order.id()).orElseThrow();
    }
}
