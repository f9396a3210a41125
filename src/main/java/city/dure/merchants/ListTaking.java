package city.dure.merchants;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import city.dure.shared.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over lists of businesses in batches: one look-up, batched writes, an entry a change. */
@Service
@Transactional
public class ListTaking {
    private final MerchantRepository merchants;
    private final Ledger ledger;
    private final Clock clock;

    ListTaking(MerchantRepository merchants, Ledger ledger, Clock clock) {
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Says what taking over these lines of a list would do, in their order.
     *
     * @param known the business that a line is about, by the line's key; none for a new one
     */
    @Transactional(readOnly = true)
    public List<Listing.Effect> compare(List<Listing> listings, Map<String, MerchantId> known) {
        var businesses = businesses(known.values());
        return listings.stream()
                .map(listing -> effect(of(listing, known, businesses), listing))
                .toList();
    }

    /**
     * Takes over lines of a list, in one batch, with an entry for each business that is new or
     * changed.
     *
     * @param list the import, named in the entries; null where none is known
     * @param source which list it is, shown to everybody
     * @param known as for {@link #compare}
     */
    public List<Listing.Effect> take(
            Actor actor,
            @Nullable Subject list,
            String source,
            List<Listing> listings,
            Map<String, MerchantId> known) {
        var businesses = businesses(known.values());
        var effects = new ArrayList<Listing.Effect>();
        var events = new ArrayList<LedgerRecord>();
        var fresh = new ArrayList<Merchant>();
        for (Listing listing : listings) {
            Merchant merchant = of(listing, known, businesses);
            if (merchant == null) {
                Merchant listed = Merchant.listed(listing, source, clock.instant());
                fresh.add(listed);
                events.add(listed(listed, list));
                effects.add(
                        new Listing.Effect(Listing.Kind.NEW, listed.id(), false, List.of(), null));
                continue;
            }
            Listing.Effect effect = effect(merchant, listing);
            effects.add(effect);
            if (effect.kind() == Listing.Kind.CHANGED) {
                events.add(changed(merchant, listing, source, list));
                merchant.changed(actor, clock.instant());
            }
        }
        merchants.saveAllAndFlush(fresh);
        record(actor, events);
        return effects;
    }

    /**
     * Closes those of these businesses that are listed and no merchants, because their list no
     * longer names them, with an entry each; gives them as they stood before.
     */
    public List<Listing.Before> closeGone(Actor actor, Subject list, Collection<MerchantId> gone) {
        var closed = new ArrayList<Listing.Before>();
        var events = new ArrayList<LedgerRecord>();
        for (Merchant merchant : businesses(gone).values()) {
            Listing.Before before = merchant.before();
            if (merchant.closeAsGone(clock.instant())) {
                merchant.changed(actor, clock.instant());
                events.add(new MerchantRecords.Closed(merchant.id(), "list", list));
                closed.add(before);
            }
        }
        merchants.saveAllAndFlush(List.of());
        record(actor, events);
        return closed;
    }

    /** Businesses with one of these names in our spelling, closed ones too. */
    @Transactional(readOnly = true)
    public List<MerchantSummary> named(Collection<String> names) {
        var spelled = names.stream().map(Spelling::of).distinct().toList();
        return spelled.isEmpty()
                ? List.of()
                : merchants.findBySortNameIn(spelled).stream().map(Merchant::toSummary).toList();
    }

    private void record(Actor actor, List<LedgerRecord> events) {
        if (!events.isEmpty()) {
            ledger.recordAll(actor, events);
        }
    }

    private Map<MerchantId, Merchant> businesses(Collection<MerchantId> ids) {
        var values = ids.stream().map(MerchantId::value).distinct().toList();
        return values.isEmpty()
                ? Map.of()
                : merchants.findByIdIn(values).stream()
                        .collect(Collectors.toMap(Merchant::id, Function.identity()));
    }

    private static @Nullable Merchant of(
            Listing listing, Map<String, MerchantId> known, Map<MerchantId, Merchant> businesses) {
        MerchantId id = known.get(listing.key());
        return id == null ? null : businesses.get(id);
    }

    private static Listing.Effect effect(@Nullable Merchant merchant, Listing listing) {
        if (merchant == null) {
            return new Listing.Effect(Listing.Kind.NEW, null, false, List.of(), null);
        }
        var fields = merchant.differences(listing);
        return new Listing.Effect(
                fields.isEmpty() ? Listing.Kind.UNCHANGED : Listing.Kind.CHANGED,
                merchant.id(),
                merchant.isMerchant(),
                fields,
                merchant.before());
    }

    private LedgerRecord changed(
            Merchant merchant, Listing listing, String source, @Nullable Subject list) {
        MerchantStatus before = merchant.status();
        List<String> fields = merchant.take(listing, source, clock.instant());
        if (merchant.status() == before) {
            return new MerchantRecords.Changed(merchant.id(), fields, list);
        }
        return merchant.status() == MerchantStatus.CLOSED
                ? new MerchantRecords.Closed(merchant.id(), "list", list)
                : listed(merchant, list);
    }

    private static LedgerRecord listed(Merchant merchant, @Nullable Subject list) {
        Business business = merchant.business();
        return new MerchantRecords.Listed(
                merchant.id(),
                business.category(),
                business.district(),
                merchant.status().code(),
                list);
    }
}
