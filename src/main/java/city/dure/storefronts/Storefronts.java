package city.dure.storefronts;

import city.dure.calendar.Holidays;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.MerchantId;
import city.dure.papers.Photo;
import city.dure.shared.Actor;
import city.dure.storefronts.HourRows.Kept;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shops say of themselves, shown at once and each change with its entry. */
@Service
@Transactional
public class Storefronts {
    /** So many photos a shop shows at most. */
    public static final int MOST_PHOTOS = 8;

    private static final String BY_THE_SHOP = "by_shop";
    private static final Duration TOLD_FOR = Duration.ofDays(90);
    private static final int MOST_TOLD = 30;

    private final HourRows hours;
    private final PhotoRows photos;
    private final Holidays holidays;
    private final Ledger ledger;
    private final Clock clock;

    Storefronts(HourRows hours, PhotoRows photos, Holidays holidays, Ledger ledger, Clock clock) {
        this.hours = hours;
        this.photos = photos;
        this.holidays = holidays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a shop says of itself. */
    @Transactional(readOnly = true)
    public Storefront of(MerchantId shop) {
        var pictures = photos.of(shop);
        return hours.find(shop)
                .map(kept ->
                        new Storefront(
                                kept.version(), kept.hours(), openNow(kept.hours()), pictures))
                .orElseGet(() -> new Storefront(0, null, false, pictures));
    }

    /**
     * Says when a shop is open; empty when it said so already.
     *
     * @param seenVersion the version the change was made on
     * @throws Conflict.Changed when somebody changed it meanwhile
     */
    public Optional<LedgerReceipt> open(
            Actor actor, MerchantId shop, OpeningHours wanted, int seenVersion) {
        boolean same = hours.find(shop).map(Kept::hours).filter(wanted::equals).isPresent();
        if (same) {
            return Optional.empty();
        }
        try {
            if (!hours.replace(shop, wanted, seenVersion)) {
                throw new Conflict.Changed("storefronts.hours.changed");
            }
        } catch (DuplicateKeyException e) { // both came first
            throw new Conflict.Changed("storefronts.hours.changed");
        }
        var event = new StorefrontRecords.HoursSet(shop, written(wanted));
        return Optional.of(ledger.record(actor, event));
    }

    /** A shop's photo as JPEG; empty when it is another's, or gone. */
    @Transactional(readOnly = true)
    public Optional<byte[]> photo(MerchantId shop, PhotoId id) {
        return photos.find(shop, id);
    }

    /**
     * Shows a photo more.
     *
     * @throws Conflict when the shop shows as many as it may
     */
    public LedgerReceipt add(Actor actor, MerchantId shop, Photo photo) {
        photos.lock(shop);
        if (photos.of(shop).size() >= MOST_PHOTOS) {
            throw new Conflict("storefronts.photos.most", MOST_PHOTOS);
        }
        PhotoId id = photos.add(shop, photo, clock.instant());
        return ledger.record(actor, new StorefrontRecords.PhotoAdded(shop, id));
    }

    /**
     * Removes a photo for good, as its owner wants.
     *
     * @throws Conflict.Changed when it is gone already
     */
    public LedgerReceipt remove(Actor actor, MerchantId shop, PhotoId photo) {
        return remove(actor, shop, photo, BY_THE_SHOP);
    }

    /**
     * Takes a photo down for good, as an official has to; the owner can read why.
     *
     * @throws Conflict.Changed when it is gone already
     */
    public LedgerReceipt takeDown(Actor actor, MerchantId shop, PhotoId photo, TakenReason reason) {
        LedgerReceipt receipt = remove(actor, shop, photo, reason.code());
        photos.keep(shop, photo, reason, clock.instant());
        return receipt;
    }

    /** The photos of a shop that officials took down lately, newest first. */
    @Transactional(readOnly = true)
    public List<TakenPhoto> taken(MerchantId shop) {
        return photos.taken(shop, clock.instant().minus(TOLD_FOR), MOST_TOLD);
    }

    private LedgerReceipt remove(Actor actor, MerchantId shop, PhotoId photo, String reason) {
        if (!photos.remove(shop, photo)) {
            throw new Conflict.Changed("storefronts.photos.gone");
        }
        return ledger.record(actor, new StorefrontRecords.PhotoRemoved(shop, photo, reason));
    }

    private boolean openNow(OpeningHours kept) {
        var now = LocalDateTime.ofInstant(clock.instant(), Formats.ZONE);
        return kept.openAt(now, holidays::isHoliday);
    }

    private static Map<String, String> written(OpeningHours hours) {
        var written = new TreeMap<String, String>();
        hours.days()
                .forEach((day, span) ->
                        written.put(
                                day.getDisplayName(TextStyle.SHORT, Locale.ROOT)
                                        .toLowerCase(Locale.ROOT),
                                span.from() + "-" + span.until()));
        var rest = hours.rest();
        if (rest != null) {
            written.put("rest", rest.from() + "-" + rest.until());
        }
        written.put("holidays", hours.closedOnHolidays() ? "closed" : "open");
        return written;
    }
}
