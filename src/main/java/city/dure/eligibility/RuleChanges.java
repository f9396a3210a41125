package city.dure.eligibility;

import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.MoneyKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What other rules would change for the shops that accept now, if they began now. */
@Service
public class RuleChanges {
    private static final MerchantFilter ACCEPTING =
            new MerchantFilter("", "", "", Set.of(MerchantStatus.APPROVED));
    private static final int BATCH = 1_000;

    private final Judges judges;
    private final Shops shops;
    private final Merchants merchants;
    private final Clock clock;

    RuleChanges(Judges judges, Shops shops, Merchants merchants, Clock clock) {
        this.judges = judges;
        this.shops = shops;
        this.merchants = merchants;
        this.clock = clock;
    }

    /**
     * A shop that other rules would let accept a kind of money, or no longer let.
     *
     * @param becomes the answer of the other rules
     */
    public record Change(MerchantSummary shop, Answer becomes) {}

    /**
     * All changes, counted by shop and kind of money.
     *
     * @param first the first of those that could no longer accept
     * @param dropped how many these are
     * @param gained how many could accept that cannot now
     */
    public record Found(List<Change> first, long dropped, long gained) {}

    /** How many changes there would be, and the first of the shops that would be dropped. */
    public Found find(Rules other, int most) {
        var first = new ArrayList<Change>();
        long dropped = 0;
        long gained = 0;
        for (Change change : (Iterable<Change>) changes(other)::iterator) {
            if (change.becomes().yes()) {
                gained++;
            } else if (dropped++ < most) {
                first.add(change);
            }
        }
        return new Found(first, dropped, gained);
    }

    /** Every shop that would be dropped, by name, fetched batch after batch. */
    public Stream<Change> dropped(Rules other) {
        return changes(other).filter(change -> !change.becomes().yes());
    }

    private Stream<Change> changes(Rules other) {
        Instant now = clock.instant();
        Judge before = judges.at(now);
        Judge after = judges.by(other, now);
        return merchants
                .all(ACCEPTING)
                .gather(Gatherers.windowFixed(BATCH))
                .flatMap(batch -> changes(batch, before, after));
    }

    private Stream<Change> changes(List<MerchantSummary> batch, Judge before, Judge after) {
        var seen = shops.seen(batch);
        return batch.stream()
                .flatMap(shop -> {
                    Shop facts = Objects.requireNonNull(seen.get(shop.id()));
                    return Arrays.stream(MoneyKind.values())
                            .map(kind -> after.ask(facts, kind))
                            .filter(answer ->
                                    before.ask(facts, answer.kind()).yes() != answer.yes())
                            .map(answer -> new Change(shop, answer));
                });
    }
}
