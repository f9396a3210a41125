package city.dure.merchants;

import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A business of the city and where it stands with the currency; decides what may become of it. */
@Entity
class Merchant {
    /** The reason of what was closed because the import that brought it was taken back. */
    static final String WITHDRAWN = "taken_back";

    @Id private UUID id;
    @Version private Integer version;

    @Enumerated(EnumType.STRING)
    private MerchantStatus status;

    private @Nullable String statusReason;
    private Instant statusAt;
    @Embedded private Business business;
    private @Nullable LocalDate closedOn;
    private @Nullable String source;
    private boolean listClosed;
    private @Nullable String changedBy;
    private @Nullable Instant changedAt;
    private Instant listedAt;
    private String sortName;
    private String searchText;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Merchant() {}

    private Merchant(MerchantStatus status, Business business, Instant at) {
        this.id = UUID.randomUUID();
        this.status = status;
        this.statusAt = at;
        this.listedAt = at;
        this.business = business;
        this.sortName = Spelling.of(business.name());
        this.searchText = business.searchText();
    }

    /** A business that an open list names; closed when the list says so. */
    static Merchant listed(Listing listing, String source, Instant at) {
        var merchant = new Merchant(inList(listing.closed()), listing.business(), at);
        merchant.source = source;
        merchant.listClosed = listing.closed();
        merchant.closedOn = listing.closedOn();
        return merchant;
    }

    /** A business that was on no list and is approved on its application. */
    static Merchant approved(Business business, Instant at) {
        return new Merchant(MerchantStatus.APPROVED, business, at);
    }

    MerchantId id() {
        return new MerchantId(id);
    }

    MerchantStatus status() {
        return status;
    }

    Business business() {
        return business;
    }

    @Nullable LocalDate closedOn() {
        return closedOn;
    }

    void approve(Business confirmed, Instant at) {
        if (status != MerchantStatus.LISTED) {
            throw moved(); // a suspended merchant resumes, or stays suspended
        }
        become(MerchantStatus.APPROVED, null, at);
        describe(confirmed);
    }

    void suspend(String reason, Instant at) {
        become(MerchantStatus.SUSPENDED, reason, at);
    }

    void resume(Instant at) {
        if (status != MerchantStatus.SUSPENDED) {
            throw moved();
        }
        become(MerchantStatus.APPROVED, null, at);
    }

    void close(String reason, LocalDate on, Instant at) {
        become(MerchantStatus.CLOSED, reason, at);
        closedOn = on;
    }

    /** Takes over a new description; gives the names of the fields that changed. */
    List<String> describe(Business described) {
        var changed = business.differences(described);
        if (!changed.isEmpty()) {
            business = described;
            sortName = Spelling.of(described.name());
            searchText = described.searchText();
        }
        return changed;
    }

    /** As {@link #describe}, by an official and of a business that is not closed. */
    List<String> correct(Business described) {
        if (status == MerchantStatus.CLOSED) {
            throw moved();
        }
        return describe(described);
    }

    /** Notes who changed it last, for whoever comes second. */
    void changed(Actor by, Instant at) {
        changedBy = by.ref();
        changedAt = at;
    }

    /** Whether it has been approved, so that a list no longer decides about it. */
    boolean isMerchant() {
        return status == MerchantStatus.APPROVED || status == MerchantStatus.SUSPENDED;
    }

    /** The fields that a list would change. */
    List<String> differences(Listing listing) {
        if (closedByOfficial()) {
            return List.of(); // no list opens it again
        }
        var fields =
                isMerchant() ? new ArrayList<String>() : business.differences(listing.business());
        boolean opens = status == MerchantStatus.CLOSED && !listing.closed();
        if (opens
                || listClosed != listing.closed()
                || !Objects.equals(closedOn, listing.closedOn())) {
            fields.add("closed_on");
        }
        return fields;
    }

    /** Takes over what a list says; gives the names of the fields that changed. */
    List<String> take(Listing listing, String list, Instant at) {
        var changed = differences(listing);
        if (!changed.isEmpty()) {
            source = list;
            listClosed = listing.closed();
            closedOn = listing.closedOn();
            follow(listing, at);
        }
        return changed;
    }

    /** Closes what its list no longer names; false for a merchant, or what is closed already. */
    boolean closeAsGone(Instant at) {
        if (status != MerchantStatus.LISTED) {
            return false;
        }
        become(MerchantStatus.CLOSED, null, at);
        listClosed = true;
        return true;
    }

    /** Takes what a wrong list brought out of the finder; a later list brings it back. */
    void withdraw(Instant at) {
        status = MerchantStatus.CLOSED;
        statusReason = WITHDRAWN;
        statusAt = at;
    }

    /** All that a list may change, as it stands now. */
    Listing.Before before() {
        return new Listing.Before(
                id(),
                version,
                status,
                statusReason,
                statusAt,
                business,
                closedOn,
                listClosed,
                source,
                changedBy,
                changedAt);
    }

    /**
     * Makes sure that nobody decided since a page was shown.
     *
     * @throws MerchantChanged when somebody did
     */
    void requireUnchangedSince(int seenVersion) {
        if (version != seenVersion) {
            throw moved();
        }
    }

    MerchantSummary toSummary() {
        return new MerchantSummary(id(), status, business, version);
    }

    private void become(MerchantStatus next, @Nullable String reason, Instant at) {
        if (!status.canBecome(next)) {
            throw moved();
        }
        status = next;
        statusReason = reason;
        statusAt = at;
    }

    private void follow(Listing listing, Instant at) {
        if (!isMerchant()) {
            describe(listing.business());
            if (status != inList(listing.closed())) {
                become(inList(listing.closed()), null, at);
            }
        }
    }

    private boolean closedByOfficial() {
        return status == MerchantStatus.CLOSED
                && statusReason != null
                && !statusReason.equals(WITHDRAWN);
    }

    private MerchantChanged moved() {
        return new MerchantChanged(
                status,
                Objects.requireNonNullElse(changedBy, Actor.SYSTEM.ref()),
                Objects.requireNonNullElse(changedAt, statusAt));
    }

    private static MerchantStatus inList(boolean closed) {
        return closed ? MerchantStatus.CLOSED : MerchantStatus.LISTED;
    }
}
