package city.dure.sources;

import city.dure.imports.ImportRun;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list once it is clear what it does.
 *
 * @param contradicted the fields in which it contradicts the list that leads
 */
record Settled(
        ImportRun run, Line line, Listing.Effect effect, Stand stand, List<String> contradicted) {

    /** Whether the list says anything that it did not say before. */
    boolean isNews() {
        ListEntry before = line.entry();
        return before == null || before.stand() != stand || !before.says().equals(line.says());
    }

    /** Whether there is nothing to put back. */
    boolean isQuiet() {
        return !isNews() && effect.kind() == Listing.Kind.UNCHANGED;
    }

    ListEntry entry() {
        ListEntry before = line.entry();
        return before == null
                ? new ListEntry(run.source(), business(), stand, 0, run.id().value(), line.says())
                : before.next(stand, run.id().value(), line.says());
    }

    Image image() {
        ListEntry before = line.entry();
        Listing.Before shop = effect.before();
        int entryVersion = before == null ? 0 : isNews() ? before.version() + 1 : before.version();
        return switch (effect.kind()) {
            case NEW -> image(Image.What.ADDED, 0, entryVersion, null);
            case CHANGED ->
                    image(
                            Image.What.CHANGED,
                            Objects.requireNonNull(shop).version() + 1,
                            entryVersion,
                            shop);
            case UNCHANGED -> image(Image.What.NAMED, 0, entryVersion, null);
        };
    }

    private Image image(
            Image.What what, int version, int entryVersion, Listing.@Nullable Before before) {
        return new Image(
                line.says().key(), business(), what, version, entryVersion, before, line.entry());
    }

    /** The entry of what changes nothing at the business. */
    LedgerRecord event() {
        return stand == Stand.DIFFERS
                ? new SourceRecords.Disputed(business(), contradicted, run.id())
                : new SourceRecords.Named(business(), run.id());
    }

    LineEffect told() {
        ListEntry leader = line.leader();
        return new LineEffect(
                effect,
                leader == null ? null : leader.source(),
                stand == Stand.DIFFERS ? contradicted : List.of());
    }

    private MerchantId business() {
        return Objects.requireNonNull(effect.business());
    }
}
