package city.dure.cards;

import city.dure.citizens.CitizenId;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Cards of people who need them in tests. */
@Component
public class TestCards {
    private final Cards cards;
    private final TransactionOperations transaction;

    TestCards(Cards cards, TransactionOperations transaction) {
        this.cards = cards;
        this.transaction = transaction;
    }

    /** A card in somebody's hands that pays. */
    public CardCode active(CitizenId citizen) {
        CardCode code = CardCode.random();
        transaction.executeWithoutResult(status -> {
            cards.order(Actor.SYSTEM, citizen, code, null);
            cards.handOut(Actor.SYSTEM, citizen);
        });
        return code;
    }

    /** Whether a card pays, and its number can be read. */
    public boolean usable(CardCode code) {
        return cards.find(code)
                .filter(card -> card.open() || cards.code(card.id()).isPresent())
                .isPresent();
    }

    /** Whatever can become of a card becomes of theirs; the first goes by the other's id then. */
    public void live(CitizenId first, CitizenId second) {
        active(first);
        active(second);
        transaction.executeWithoutResult(status -> {
            cards.replace(Actor.SYSTEM, first, Card.Why.LOST);
            cards.send(Actor.SYSTEM, first);
        });
        transaction.executeWithoutResult(status -> cards.handOver(Actor.SYSTEM, first, second));
    }

    /** Blocks the card of somebody, as if it was lost. */
    public void block(CitizenId citizen) {
        transaction.executeWithoutResult(
                status -> cards.block(Actor.SYSTEM, citizen, Card.Why.LOST));
    }
}
