package city.dure.merchants;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.shared.Subject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over lists of businesses in batches: one look-up, batched writes, an entry a change. */
@Component
class ListTaking {
    private final MerchantRepository merchants;
    private final Ledger ledger;
    private final Clock clock;

    ListTaking(MerchantRepository merchants, Ledger ledger, Clock clock) {
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Says what taking over would do. */
    List<ListingEffect> compare(List<Listing> listings) {
        return compare(known(listings), listings);
    }

    private static List<ListingEffect> compare(
            Map<String, Merchant> known, List<Listing> listings) {
        return listings.stream()
                .map(listing -> compare(known.get(listing.key()), listing))
                .toList();
    }

    /** Takes over and records an entry for each business that is new or changed. */
    List<ListingEffect> take(Actor actor, Subject list, String source, List<Listing> listings) {
        var known = known(listings);
        var effects = compare(known, listings);
        var events = new ArrayList<LedgerRecord>();
        var fresh = new ArrayList<Merchant>();
        for (Listing listing : listings) {
            Merchant merchant = known.get(listing.key());
            if (merchant == null) {
                Merchant listed = Merchant.listed(listing, source, clock.instant());
                fresh.add(listed);
                events.add(listed(listed, list));
            } else if (!merchant.differences(listing).isEmpty()) {
                events.add(changed(merchant, listing, list));
                merchant.changed(actor, clock.instant());
            }
        }
        merchants.saveAllAndFlush(fresh);
        if (!events.isEmpty()) {
            ledger.recordAll(actor, events);
        }
        return effects;
    }

    private Map<String, Merchant> known(List<Listing> listings) {
        return merchants.findBySourceKeyIn(listings.stream().map(Listing::key).toList()).stream()
                .collect(Collectors.toMap(Merchant::sourceKey, Function.identity()));
    }

    private static ListingEffect compare(@Nullable Merchant merchant, Listing listing) {
        if (merchant == null) {
            return new ListingEffect(ListingEffect.Kind.NEW, false);
        }
        boolean same = merchant.differences(listing).isEmpty();
        return new ListingEffect(
                same ? ListingEffect.Kind.UNCHANGED : ListingEffect.Kind.CHANGED,
                merchant.isMerchant());
    }

    private LedgerRecord changed(Merchant merchant, Listing listing, Subject list) {
        MerchantStatus before = merchant.status();
        List<String> fields = merchant.take(listing, clock.instant());
        if (merchant.status() == before) {
            return new MerchantRecords.Changed(merchant.id(), fields, list);
        }
        return merchant.status() == MerchantStatus.CLOSED
                ? new MerchantRecords.Closed(merchant.id(), "list", list)
                : listed(merchant, list);
    }

    private static LedgerRecord listed(Merchant merchant, Subject list) {
        Business business = merchant.business();
        return new MerchantRecords.Listed(
                merchant.id(),
                business.category(),
                business.district(),
                merchant.status().code(),
                list);
    }
}
