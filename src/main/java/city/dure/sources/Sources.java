package city.dure.sources;

import city.dure.imports.ImportRun;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.ListTaking;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over lists: a business follows the first list that names it, until an official decides
 * otherwise; what other lists say of it is kept beside, and told where it contradicts.
 */
@Service
@Transactional
public class Sources {
    private final ListEntries entries;
    private final Images images;
    private final Matching matching;
    private final ListTaking businesses;
    private final Merchants merchants;
    private final Ledger ledger;

    Sources(
            ListEntries entries,
            Images images,
            Matching matching,
            ListTaking businesses,
            Merchants merchants,
            Ledger ledger) {
        this.entries = entries;
        this.images = images;
        this.matching = matching;
        this.businesses = businesses;
        this.merchants = merchants;
        this.ledger = ledger;
    }

    /** Says what taking over these lines of a list would do, in their order. */
    @Transactional(readOnly = true)
    public List<LineEffect> compare(ImportRun run, List<Listing> lines) {
        List<Line> read = read(run.source(), lines);
        var effects = businesses.compare(leading(read), known(read));
        return settled(run, read, effects).stream().map(Settled::told).toList();
    }

    /**
     * Takes over lines of a list, in one batch: an entry for each business that is new or changed,
     * or of which the list says something new; and keeps how each was before.
     */
    public List<LineEffect> take(Actor actor, ImportRun run, List<Listing> lines) {
        List<Line> read = read(run.source(), lines);
        var effects = businesses.take(actor, run.id(), run.source(), leading(read), known(read));
        List<Settled> settled = settled(run, read, effects);
        write(actor, run, settled);
        return settled.stream().map(Settled::told).toList();
    }

    private void write(Actor actor, ImportRun run, List<Settled> settled) {
        var news = settled.stream().filter(Settled::isNews).toList();
        entries.add(
                news.stream()
                        .filter(line -> line.line().entry() == null)
                        .map(Settled::entry)
                        .toList());
        entries.change(
                news.stream()
                        .filter(line -> line.line().entry() != null)
                        .map(Settled::entry)
                        .toList());
        images.keep(
                run.id().value(),
                settled.stream().filter(line -> !line.isQuiet()).map(Settled::image).toList());
        List<LedgerRecord> events =
                news.stream()
                        .filter(line -> line.effect().kind() == Listing.Kind.UNCHANGED)
                        .map(Settled::event)
                        .toList();
        if (!events.isEmpty()) {
            ledger.recordAll(actor, events);
        }
    }

    /** What is known of the business of each line: four statements for a batch. */
    private List<Line> read(String source, List<Listing> lines) {
        var keys = lines.stream().map(Listing::key).toList();
        Map<String, ListEntry> said =
                entries.of(source, keys).stream()
                        .collect(Collectors.toMap(ListEntry::key, Function.identity()));
        var first = lines.stream().filter(line -> !said.containsKey(line.key())).toList();
        Map<String, MerchantId> found = new HashMap<>(matching.known(source, first));
        said.forEach((key, entry) -> found.put(key, entry.merchant()));
        Map<MerchantId, ListEntry> leaders = leaders(source, said, found);
        return lines.stream()
                .map(line -> {
                    MerchantId business = found.get(line.key());
                    ListEntry leader = business == null ? null : leaders.get(business);
                    return new Line(line, said.get(line.key()), business, leader);
                })
                .toList();
    }

    /** What other lists say that count for businesses of this one. */
    private Map<MerchantId, ListEntry> leaders(
            String source, Map<String, ListEntry> said, Map<String, MerchantId> found) {
        var asked = new ArrayList<MerchantId>();
        found.forEach((key, business) -> {
            ListEntry entry = said.get(key);
            if (entry == null || entry.stand() != Stand.LEADS) {
                asked.add(business);
            }
        });
        return entries.about(asked).stream()
                .filter(entry -> entry.stand() == Stand.LEADS && !entry.source().equals(source))
                .collect(Collectors.toMap(ListEntry::merchant, Function.identity(), (a, b) -> a));
    }

    private static List<Listing> leading(List<Line> lines) {
        return lines.stream().filter(Line::leads).map(Line::says).toList();
    }

    private static Map<String, MerchantId> known(List<Line> lines) {
        Map<String, MerchantId> known = new HashMap<>();
        for (Line line : lines) {
            MerchantId business = line.business();
            if (line.leads() && business != null) {
                known.put(line.says().key(), business);
            }
        }
        return known;
    }

    private List<Settled> settled(ImportRun run, List<Line> lines, List<Listing.Effect> ofLeading) {
        Set<MerchantId> shops = merchantsAmong(lines);
        Iterator<Listing.Effect> effects = ofLeading.iterator();
        return lines.stream()
                .map(line ->
                        line.leads()
                                ? new Settled(run, line, effects.next(), Stand.LEADS, List.of())
                                : beside(run, line, shops))
                .toList();
    }

    /** A line of a list that does not count for its business. */
    private static Settled beside(ImportRun run, Line line, Set<MerchantId> shops) {
        MerchantId business = Objects.requireNonNull(line.business());
        ListEntry leader = Objects.requireNonNull(line.leader());
        ListEntry entry = line.entry();
        boolean shop = shops.contains(business);
        var contradicted =
                shop ? List.<String>of() : Contradictions.between(leader.says(), line.says());
        Stand stand = contradicted.isEmpty() ? Stand.FOLLOWS : Stand.DIFFERS;
        return new Settled(
                run,
                line,
                new Listing.Effect(Listing.Kind.UNCHANGED, business, shop, List.of(), null),
                entry != null && entry.stand() == Stand.YIELDS ? Stand.YIELDS : stand,
                contradicted);
    }

    /** Those that are merchants, so that no list counts for them. */
    private Set<MerchantId> merchantsAmong(List<Line> lines) {
        var beside =
                lines.stream()
                        .filter(line -> !line.leads())
                        .map(line -> Objects.requireNonNull(line.business()))
                        .toList();
        return merchants.summaries(beside).stream()
                .filter(MerchantSummary::isMerchant)
                .map(MerchantSummary::id)
                .collect(Collectors.toSet());
    }
}
