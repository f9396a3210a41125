package city.dure.mydata;

import city.dure.book.History;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.book.TransferId;
import city.dure.cards.Cards;
import city.dure.citizens.CitizenId;
import city.dure.citizens.FormerIds;
import city.dure.money.Money;
import city.dure.personal.CardCode;
import city.dure.refunds.Owed;
import city.dure.refunds.RefundsOwed;
import city.dure.wallets.Order;
import city.dure.wallets.TopUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a citizen's wallet holds, what came and went, and the cards to it. */
@Component
class MoneyCopies {
    private static final int PAGE = 500;

    private final Money money;
    private final History history;
    private final FormerIds formerIds;
    private final Cards cards;
    private final TopUps topUps;
    private final RefundsOwed refunds;

    MoneyCopies(
            Money money,
            History history,
            FormerIds formerIds,
            Cards cards,
            TopUps topUps,
            RefundsOwed refunds) {
        this.topUps = topUps;
        this.refunds = refunds;
        this.cards = cards;
        this.money = money;
        this.history = history;
        this.formerIds = formerIds;
    }

    List<Copy.Portion> wallet(CitizenId own) {
        return money.spendable(own).stream().map(MoneyCopies::portion).toList();
    }

    /** What they asked to load, and what became of it. */
    List<Copy.ToppedUp> topUps(CitizenId own) {
        return topUps.all(own).stream().map(MoneyCopies::toppedUp).toList();
    }

    private static Copy.ToppedUp toppedUp(Order order) {
        return new Copy.ToppedUp(
                order.id().ref(),
                order.amount(),
                order.paid(),
                order.given(),
                order.code(),
                order.refusal(),
                order.askedAt(),
                order.decidedAt());
    }

    /** What shops had to give back later of the payments among these. */
    List<Copy.OwedBack> owed(List<Copy.Transferred> transfers) {
        var found = new ArrayList<Copy.OwedBack>();
        for (int from = 0; from < transfers.size(); from += PAGE) {
            var page = transfers.subList(from, Math.min(from + PAGE, transfers.size()));
            var payments = page.stream().map(each -> TransferId.valueOf(each.id())).toList();
            refunds.all(payments).stream().map(MoneyCopies::owed).forEach(found::add);
        }
        return found;
    }

    private static Copy.OwedBack owed(Owed owed) {
        return new Copy.OwedBack(
                owed.payment().ref(), owed.merchant(), owed.amount(), owed.owed(), owed.at());
    }

    List<Copy.Held> cards(CitizenId own) {
        return cards.of(own).stream()
                .map(card ->
                        new Copy.Held(
                                card.id().ref(),
                                cards.code(card.id()).map(CardCode::plain).orElse(null),
                                card.code(),
                                card.orderedAt()))
                .toList();
    }

    private static Copy.Portion portion(Lot lot) {
        var terms = lot.terms();
        return new Copy.Portion(
                terms.kind().code(), lot.remaining(), terms.expiresAt(), terms.own());
    }

    private static Copy.Transferred transferred(History.Line line) {
        return new Copy.Transferred(
                line.transfer().ref(), line.kind().code(), line.at(), line.amount(), line.shop());
    }

    /** Also under ids that they had before. */
    List<Copy.Transferred> transfers(CitizenId own) {
        var lines = new ArrayList<Copy.Transferred>();
        var wallets = formerIds.all(own).stream().map(Holder::citizen).toList();
        String after = null;
        do {
            var page = history.of(wallets, Instant.EPOCH, null, after, PAGE);
            page.rows().stream().map(MoneyCopies::transferred).forEach(lines::add);
            after = page.next();
        } while (after != null);
        return lines;
    }
}
