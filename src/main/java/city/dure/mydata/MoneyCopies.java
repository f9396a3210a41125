package city.dure.mydata;

import city.dure.book.History;
import city.dure.book.Holder;
import city.dure.book.Lot;
import city.dure.citizens.CitizenId;
import city.dure.citizens.FormerIds;
import city.dure.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what a citizen's wallet holds, and what came and went. */
@Component
class MoneyCopies {
    private static final int PAGE = 500;

    private final Money money;
    private final History history;
    private final FormerIds formerIds;

    MoneyCopies(Money money, History history, FormerIds formerIds) {
        this.money = money;
        this.history = history;
        this.formerIds = formerIds;
    }

    List<Copy.Portion> wallet(CitizenId own) {
        return money.spendable(own).stream().map(MoneyCopies::portion).toList();
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
        for (CitizenId id : formerIds.all(own)) {
            String after = null;
            do {
                var page = history.of(Holder.citizen(id), Instant.EPOCH, null, after, PAGE);
                page.rows().stream().map(MoneyCopies::transferred).forEach(lines::add);
                after = page.next();
            } while (after != null);
        }
        return lines;
    }
}
