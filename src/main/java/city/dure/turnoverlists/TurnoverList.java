package city.dure.turnoverlists;

import static java.util.stream.Collectors.toMap;

import city.dure.eligibility.Declarations;
import city.dure.eligibility.Declarations.Declared;
import city.dure.eligibility.Turnover;
import city.dure.imports.ImportColumn;
import city.dure.imports.ImportRow;
import city.dure.imports.ImportRun;
import city.dure.imports.ImportTarget;
import city.dure.imports.RowCheck;
import city.dure.imports.RowNote;
import city.dure.imports.RowOutcome;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The yearly turnovers of shops as a target of uploads. What a shop declared for a year is known
 * again by the shop and the year alone, whichever list says it.
 */
@Component
class TurnoverList implements ImportTarget {
    private final Merchants merchants;
    private final Declarations declarations;
    private final Clock clock;

    TurnoverList(Merchants merchants, Declarations declarations, Clock clock) {
        this.merchants = merchants;
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "turnovers";
    }

    @Override
    public String labelKey() {
        return "turnoverlists.target";
    }

    /** A file of one shop could be found from its hash by trying amounts. */
    @Override
    public boolean confidential() {
        return true;
    }

    @Override
    public List<ImportColumn> columns() {
        return Columns.ALL;
    }

    @Override
    public String sameKey() {
        return "turnoverlists.same";
    }

    @Override
    public Optional<String> limitKey() {
        return Optional.of("turnoverlists.limit");
    }

    @Override
    public Optional<String> misfit(String column, String heading) {
        return column.equals(Columns.WON) && Cells.countsInUnits(heading)
                ? Optional.of("turnoverlists.misfit.units")
                : Optional.empty();
    }

    /** Two amounts for one shop and year are two keys, so that neither of them is taken. */
    @Override
    public RowCheck check(ImportRun run, ImportRow row) {
        var refusals = Cells.refusals(row, LocalDate.now(clock.withZone(Formats.ZONE)).getYear());
        if (!refusals.isEmpty()) {
            return RowCheck.refused(refusals);
        }
        Turnover turnover = Cells.turnover(row);
        String shopAndYear = Cells.shop(row).ref() + "|" + turnover.year();
        String won = Long.toString(turnover.won());
        return RowCheck.sound(shopAndYear + "|" + won).sharing(shopAndYear, won);
    }

    @Override
    public List<RowOutcome> preview(ImportRun run, List<ImportRow> rows) {
        var shops = rows.stream().map(Cells::shop).distinct().toList();
        Map<MerchantId, MerchantSummary> known =
                merchants.summaries(shops).stream()
                        .collect(toMap(MerchantSummary::id, Function.identity()));
        var declared = declarations.of(shops);
        return rows.stream()
                .map(row ->
                        outcome(
                                row,
                                known.get(Cells.shop(row)),
                                declared.getOrDefault(Cells.shop(row), Map.of())
                                        .get(Cells.turnover(row).year())))
                .toList();
    }

    @Override
    public List<RowOutcome> apply(Actor actor, ImportRun run, List<ImportRow> rows) {
        var outcomes = preview(run, rows);
        var taken =
                IntStream.range(0, rows.size())
                        .filter(i -> changes(outcomes.get(i).kind()))
                        .mapToObj(rows::get)
                        .map(row -> new Declared(Cells.shop(row), Cells.turnover(row)))
                        .toList();
        declarations.declare(actor, taken);
        return outcomes;
    }

    @Override
    public String publicKey() {
        return "turnoverlists.public";
    }

    @Override
    public String resultKey() {
        return "turnoverlists.result";
    }

    @Override
    public String resultHref() {
        return "/office/eligibility/recheck";
    }

    private static boolean changes(RowOutcome.Kind kind) {
        return kind == RowOutcome.Kind.NEW || kind == RowOutcome.Kind.CHANGED;
    }

    private static RowOutcome outcome(
            ImportRow row, @Nullable MerchantSummary shop, @Nullable Long before) {
        if (shop == null) {
            return refused(row, Columns.SHOP, "unknown");
        }
        if (shop.status() == MerchantStatus.CLOSED) {
            return refused(row, Columns.SHOP, "closed");
        }
        if (row.sharing() > 1) {
            return refused(row, Columns.WON, "contradicts");
        }
        return taken(row, shop, before);
    }

    private static RowOutcome refused(ImportRow row, String column, String why) {
        return RowOutcome.refused(List.of(RowNote.on(row, column, "turnoverlists.refused." + why)));
    }

    private static RowOutcome taken(ImportRow row, MerchantSummary shop, @Nullable Long before) {
        var notes = new ArrayList<RowNote>();
        String name = row.get(Columns.NAME);
        if (!name.isEmpty() && !Spelling.of(name).equals(Spelling.of(shop.name()))) {
            notes.add(RowNote.on(row, Columns.NAME, "turnoverlists.note.name", shop.name()));
        }
        if (before == null) {
            return new RowOutcome(RowOutcome.Kind.NEW, notes);
        }
        if (before == Cells.turnover(row).won()) {
            return new RowOutcome(RowOutcome.Kind.UNCHANGED, notes);
        }
        notes.add(RowNote.change(Columns.WON, Long.toString(before), row.get(Columns.WON)));
        return new RowOutcome(RowOutcome.Kind.CHANGED, notes);
    }
}
