package city.dure.cards;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Subject;
import org.jspecify.annotations.Nullable;

/** What the ledger is told of cards; never a number. */
final class CardRecords {
    private CardRecords() {}

    /**
     * Somebody wants a card.
     *
     * @param instead the one it replaces; null when it is the first
     */
    @LedgerKind("card.ordered")
    record Ordered(CardId card, Subject citizen, @Nullable String instead)
            implements LedgerRecord {}

    /** A card was made, and is on its way to its holder. */
    @LedgerKind("card.sent")
    record Sent(CardId card, Subject citizen) implements LedgerRecord {}

    /** A card is in its holder's hands, and pays from now on. */
    @LedgerKind("card.activated")
    record Activated(CardId card, Subject citizen) implements LedgerRecord {}

    /** A card does not pay any more. */
    @LedgerKind("card.blocked")
    record Blocked(CardId card, Subject citizen, String reason) implements LedgerRecord {}

    /** A card goes with its holder to the id they go by from now on. */
    @LedgerKind("card.handed_over")
    record HandedOver(CardId card, Subject citizen, Subject former) implements LedgerRecord {}
}
