package city.dure.tills;

import city.dure.access.Limits;
import city.dure.access.Limits.Bucket;
import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.Transfer;
import city.dure.book.TransferId;
import city.dure.cards.Card;
import city.dure.cards.Cards;
import city.dure.money.GivingBack;
import city.dure.money.Money;
import city.dure.money.Outcome;
import city.dure.money.Spending;
import city.dure.personal.CardCode;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.web.TooMany;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a till does: takes a payment by card, gives one back, asks what a card has left. */
@Component
class CardPayments {
    /** How many cards that nobody has a till may try within a quarter of an hour. */
    static final int UNKNOWN = 30;

    private final Tills tills;
    private final Cards cards;
    private final Money money;
    private final RefundsOwed refunds;
    private final Book book;
    private final Limits limits;
    private final Answers answers;
    private final Problems problems;
    private final JsonMapper json;

    CardPayments(
            Tills tills,
            Cards cards,
            Money money,
            RefundsOwed refunds,
            Book book,
            Limits limits,
            Answers answers,
            Problems problems,
            JsonMapper json) {
        this.tills = tills;
        this.cards = cards;
        this.money = money;
        this.refunds = refunds;
        this.book = book;
        this.limits = limits;
        this.answers = answers;
        this.problems = problems;
        this.json = json;
    }

    /** A payment that was made. */
    record Paid(String payment, String shop, long amount, String at) {
        static Paid of(Transfer made, Tills.Shop shop, long amount) {
            return new Paid(made.id().ref(), shop.id().ref(), amount, made.at().toString());
        }
    }

    /** A refund that was made: what went back at once, and what goes out of the next sales. */
    record Refunded(String payment, long amount, long owed) {}

    /** What a card can pay at the shop now, in won. */
    record Balance(String shop, long usable) {}

    /** Takes a payment, or says why not, once by its key. */
    Answer pay(Actor till, String key, CardCode code, long amount, @Nullable String named) {
        String text = "pay %s %d %s".formatted(code.digits(), amount, named);
        return answers.once(
                new Answers.Question(till, key, text),
                () -> pay(till, key, code, amount, tills.of(till, named)));
    }

    private Answer pay(Actor till, String key, CardCode code, long amount, Tills.Shop shop) {
        Optional<Card> card = cards.lock(code);
        if (card.isEmpty()) {
            return unknown(till);
        }
        Spending spending = spending(till, key, card.get(), amount, shop);
        Outcome outcome =
                card.get().state() == Card.State.ACTIVE
                        ? money.pay(till, spending)
                        : money.refuse(till, spending, Outcome.Reason.CARD_BLOCKED);
        return switch (outcome) {
            case Outcome.Done done ->
                    answer(HttpStatus.CREATED, Paid.of(done.transfer(), shop, amount));
            case Outcome.Refused refused ->
                    answer(problems.of(HttpStatus.PAYMENT_REQUIRED, refused));
        };
    }

    private static Spending spending(
            Actor till, String key, Card card, long amount, Tills.Shop shop) {
        return new Spending(
                "till " + till.ref() + " " + key,
                Spending.newPayment(),
                card.citizen(),
                shop.id(),
                amount,
                shop.accepted().kinds(),
                shop.accepted().networks(),
                new Spending.Means(null, card.id().ref(), till.ref()),
                null);
    }

    private Answer unknown(Actor till) {
        if (limits.take(new Bucket("unknown cards of " + till.ref(), UNKNOWN)).isPresent()) {
            throw new TooMany("unknown cards");
        }
        return answer(problems.of(HttpStatus.PAYMENT_REQUIRED, "card_unknown"));
    }

    /** Gives back of a payment that the shop took, or says why not, once by its key. */
    Answer giveBack(
            Actor till, String key, TransferId payment, long amount, @Nullable String named) {
        String text = "give back %s %d %s".formatted(payment.ref(), amount, named);
        return answers.once(
                new Answers.Question(till, key, text),
                () -> giveBack(till, key, payment, amount, tills.of(till, named)));
    }

    private Answer giveBack(
            Actor till, String key, TransferId payment, long amount, Tills.Shop shop) {
        if (!tookIt(shop, payment)) {
            throw new TillProblem(HttpStatus.NOT_FOUND, "payment_unknown");
        }
        String once = "till back " + till.ref() + " " + key;
        var back = new GivingBack(once, GivingBack.newRefund(), payment, amount);
        var given = refunds.giveBack(till, back);
        return given.refused() == null
                ? answer(
                        HttpStatus.CREATED,
                        new Refunded(payment.ref(), given.given(), given.owed()))
                : answer(problems.of(HttpStatus.UNPROCESSABLE_CONTENT, given.refused()));
    }

    private boolean tookIt(Tills.Shop shop, TransferId payment) {
        return book.find(payment)
                .filter(found -> found.kind() == Transfer.Kind.PAID)
                .filter(found -> found.change(Holder.shop(shop.id())) > 0)
                .isPresent();
    }

    /**
     * What a card can pay at the shop of a till now, or why it pays nothing. That there is no such
     * card is an answer and no exception: the try has to stay counted.
     */
    @Transactional
    public Answer balance(Actor till, CardCode code, @Nullable String named) {
        Tills.Shop shop = tills.of(till, named);
        Optional<Card> card = cards.find(code);
        if (card.isEmpty()) {
            return unknown(till);
        }
        return card.get().state() == Card.State.ACTIVE
                ? answer(HttpStatus.OK, balance(card.get(), shop))
                : answer(problems.of(HttpStatus.PAYMENT_REQUIRED, "card_blocked"));
    }

    private Balance balance(Card card, Tills.Shop shop) {
        var accepted = shop.accepted();
        long usable = money.spendable(card.citizen(), accepted.kinds(), accepted.networks());
        return new Balance(shop.id().ref(), usable);
    }

    private Answer answer(ProblemDetail problem) {
        return answer(HttpStatus.valueOf(problem.getStatus()), problem);
    }

    private Answer answer(HttpStatus status, Object body) {
        return new Answer(status.value(), json.writeValueAsString(body));
    }
}
