package city.dure.listings;

import city.dure.imports.ImportColumn;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportRun;
import city.dure.imports.ImportTarget;
import city.dure.imports.RowCheck;
import city.dure.imports.RowNote;
import city.dure.imports.RowOutcome;
import city.dure.merchants.Listing;
import city.dure.shared.Actor;
import city.dure.sources.LineEffect;
import city.dure.sources.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The list of businesses as a target of uploads. */
@Component
class BusinessList implements ImportTarget {
    static final String NAME = "businesses";

    private static final int NAME_AT_MOST = 100;
    private static final int ADDRESS_AT_MOST = 200;

    private final Sources sources;
    private final BusinessRows rows;
    private final ListKeys keys;
    private final Differences differences;

    BusinessList(Sources sources, BusinessRows rows, ListKeys keys, Differences differences) {
        this.sources = sources;
        this.differences = differences;
        this.rows = rows;
        this.keys = keys;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String labelKey() {
        return "listings.target";
    }

    @Override
    public List<ImportColumn> columns() {
        return Columns.ALL;
    }

    @Override
    public Optional<String> lacking(Set<String> columns) {
        return columns.contains(Columns.ROAD) || columns.contains(Columns.LOT)
                ? Optional.empty()
                : Optional.of("listings.lacking.address");
    }

    @Override
    public RowCheck check(ImportRun run, ImportRow row) {
        var refusals = refusals(row);
        if (!refusals.isEmpty()) {
            return RowCheck.refused(refusals);
        }
        var check = RowCheck.sound(keys.stored(run.source(), row));
        return Point.of(row)
                .map(point -> check.sharing(point.written(), Cells.building(address(row))))
                .orElse(check);
    }

    @Override
    public List<RowOutcome> preview(ImportRun run, List<ImportRow> batch) {
        var listings = listings(run, batch);
        return outcomes(batch, listings, sources.compare(run, listings));
    }

    @Override
    public List<RowOutcome> apply(Actor actor, ImportRun run, List<ImportRow> batch) {
        var listings = listings(run, batch);
        return outcomes(batch, listings, sources.take(actor, run, listings));
    }

    @Override
    public String publicKey() {
        return "listings.public";
    }

    @Override
    public String sameKey() {
        return "listings.same";
    }

    @Override
    public String resultKey() {
        return "listings.result";
    }

    @Override
    public String resultHref() {
        return "/merchants";
    }

    private List<Listing> listings(ImportRun run, List<ImportRow> batch) {
        return batch.stream().map(row -> rows.listing(run.source(), row)).toList();
    }

    private List<RowOutcome> outcomes(
            List<ImportRow> batch, List<Listing> listings, List<LineEffect> effects) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> outcome(batch.get(i), listings.get(i), effects.get(i)))
                .toList();
    }

    private RowOutcome outcome(ImportRow row, Listing listing, LineEffect line) {
        Listing.Effect effect = line.effect();
        var notes = new ArrayList<>(rows.notes(row, effect.merchant() || line.leading() != null));
        if (effect.merchant() && BusinessRows.isClosed(row)) {
            notes.add(RowNote.on(row, Columns.STATE, "listings.note.closed_merchant"));
        } else if (effect.merchant()) {
            notes.add(new RowNote("", "", "listings.note.merchant", List.of()));
        } else if (line.leading() != null) {
            notes.addAll(differences.beside(listing, line));
        }
        notes.addAll(differences.changes(listing, effect));
        return new RowOutcome(RowOutcome.Kind.valueOf(effect.kind().name()), notes);
    }

    private static List<RowNote> refusals(ImportRow row) {
        var refusals = new ArrayList<RowNote>();
        if (Cells.text(row.get(Columns.NAME)).isEmpty()) {
            refusals.add(RowNote.on(row, Columns.NAME, "listings.refused.name"));
        }
        if (address(row).isEmpty()) {
            refusals.add(RowNote.on(row, Columns.ROAD, "listings.refused.address"));
        }
        tooLong(refusals, row, Columns.NAME, NAME_AT_MOST);
        tooLong(refusals, row, Columns.ROAD, ADDRESS_AT_MOST);
        tooLong(refusals, row, Columns.LOT, ADDRESS_AT_MOST);
        return refusals;
    }

    private static void tooLong(List<RowNote> refusals, ImportRow row, String column, int most) {
        if (Cells.text(row.get(column)).length() > most) {
            refusals.add(
                    RowNote.on(row, column, "listings.refused.too_long", Integer.toString(most)));
        }
    }

    private static String address(ImportRow row) {
        String road = Cells.text(row.get(Columns.ROAD));
        return road.isEmpty() ? Cells.text(row.get(Columns.LOT)) : road;
    }
}
