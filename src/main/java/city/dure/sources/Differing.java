package city.dure.sources;

import city.dure.imports.ImportId;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.ListTaking;
import city.dure.merchants.ListUndoing;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Spelling;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Businesses about which lists contradict each other, and which list counts for one. */
@Service
@Transactional
public class Differing {
    private final JdbcClient jdbc;
    private final ListEntries entries;
    private final Merchants merchants;
    private final ListTaking businesses;
    private final ListUndoing locks;
    private final Ledger ledger;

    Differing(
            JdbcClient jdbc,
            ListEntries entries,
            Merchants merchants,
            ListTaking businesses,
            ListUndoing locks,
            Ledger ledger) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.merchants = merchants;
        this.businesses = businesses;
        this.locks = locks;
        this.ledger = ledger;
    }

    /**
     * A business about which a list contradicts the one that counts.
     *
     * @param source the list that contradicts
     */
    public record Open(String key, MerchantId business, String name, String source) {}

    /** The undecided ones by the name that the list gives, after one; with a text in that name. */
    @Transactional(readOnly = true)
    public Page<Open> open(String text, String after, int size) {
        String[] place = after.isEmpty() ? new String[] {"", "", ""} : after.split("\\|", 3);
        if (place.length < 3) {
            throw new NotFound(after);
        }
        List<ListEntry> found =
                jdbc.sql(
                                """
                                select * from list_entry
                                where stand = 'DIFFERS' and sort_name >= ?
                                  and (sort_name > ? or source > ? or source = ? and list_key > ?)
                                  and position(? in sort_name) > 0
                                order by stand, sort_name, source, list_key limit ?
                                """)
                        .params(place[0], place[0], place[1], place[1], place[2])
                        .params(Spelling.of(text), size + 1)
                        .query(ListEntries::entry)
                        .list();
        List<Open> rows =
                found.stream()
                        .limit(size)
                        .map(entry ->
                                new Open(
                                        place(entry),
                                        entry.merchant(),
                                        entry.says().business().name(),
                                        entry.source()))
                        .toList();
        return new Page<>(rows, found.size() > size ? rows.getLast().key() : null);
    }

    private static String place(ListEntry entry) {
        String name = Spelling.of(entry.says().business().name()).replace('|', ' ');
        return name + "|" + entry.source().replace('|', ' ') + "|" + entry.key();
    }

    /** What each list says about a business, the one that counts first. */
    @Transactional(readOnly = true)
    public Facing facing(MerchantId business) {
        return new Facing(merchants.summary(business), words(business));
    }

    private List<Words> words(MerchantId business) {
        List<ListEntry> all = sorted(business);
        ListEntry leader = all.isEmpty() ? null : all.getFirst();
        return all.stream().map(entry -> words(entry, leader)).toList();
    }

    private static Words words(ListEntry entry, @Nullable ListEntry leader) {
        return new Words(
                entry.source(),
                entry.stand(),
                entry.version(),
                entry.says(),
                leader == null || leader == entry
                        ? List.of()
                        : Contradictions.between(leader.says(), entry.says()));
    }

    private List<ListEntry> sorted(MerchantId business) {
        return entries.about(List.of(business)).stream()
                .sorted(Comparator.comparing(ListEntry::stand).thenComparing(ListEntry::source))
                .toList();
    }

    /**
     * Decides which list counts for a business, now and for later files of all of them; what it
     * says is taken over at once, unless the business is a merchant.
     *
     * @param seen {@link Facing#version} of what was shown
     * @throws Conflict when a list has said something else since, or no such list names it
     */
    public LedgerReceipt decide(Actor actor, MerchantId business, String source, int seen) {
        locks.lock(List.of(business));
        if (facing(business).version() != seen) {
            throw new Conflict.Changed("sources.changed");
        }
        List<ListEntry> all = sorted(business);
        ListEntry chosen =
                all.stream()
                        .filter(entry -> entry.source().equals(source))
                        .findFirst()
                        .orElseThrow(() -> new Conflict("sources.unknown"));
        var decided = new ArrayList<ListEntry>();
        for (ListEntry entry : all) {
            Stand stand = entry == chosen ? Stand.LEADS : Stand.YIELDS;
            decided.add(entry.next(stand, entry.run(), entry.says()));
        }
        entries.change(decided);
        businesses.take(
                actor,
                list(chosen.run()),
                source,
                List.of(chosen.says()),
                Map.of(chosen.key(), business));
        return ledger.record(actor, new SourceRecords.Chosen(business, list(chosen.run())));
    }

    private static @Nullable ImportId list(@Nullable UUID run) {
        return run == null ? null : new ImportId(run);
    }
}
