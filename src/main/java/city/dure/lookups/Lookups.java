package city.dure.lookups;

import city.dure.access.Access.What;
import city.dure.access.AccessLog;
import city.dure.access.Limits;
import city.dure.access.Limits.Bucket;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.personal.Personal;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import city.dure.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way by which officials see citizens: a reason opens one for ten minutes, and each view
 * and each field in plain is written into the access record.
 */
@Service
@Transactional
public class Lookups {
    /** How long a citizen is open after a reason was given. */
    public static final Duration OPEN = Duration.ofMinutes(10);

    /** How many look-ups an official may open within an hour. */
    public static final int AN_HOUR = 60;

    /** How many searches an official may make within a quarter of an hour. */
    static final int SEARCHES = 60;

    private final Citizens citizens;
    private final Accounts accounts;
    private final LookupRows rows;
    private final Alarms alarms;
    private final AccessLog log;
    private final Limits limits;
    private final Ledger ledger;
    private final Clock clock;

    Lookups(
            Citizens citizens,
            Accounts accounts,
            LookupRows rows,
            Alarms alarms,
            AccessLog log,
            Limits limits,
            Ledger ledger,
            Clock clock) {
        this.citizens = citizens;
        this.accounts = accounts;
        this.rows = rows;
        this.alarms = alarms;
        this.log = log;
        this.limits = limits;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What an official sees of a citizen; each value shows itself masked. */
    public record Seen(Citizen citizen, Profile profile, Lookup lookup) {
        /** Whether somebody else changed the citizen after it was opened. */
        public boolean changed() {
            return citizen.version() != lookup.citizenVersion();
        }
    }

    /**
     * Those whom a search finds exactly, by nothing but their ids; written down for each of them.
     *
     * @throws TooMany after sixty within a quarter of an hour
     */
    public List<CitizenId> search(
            Actor official, Search search, LookupReason reason, String address) {
        return search(
                official,
                search.fields(),
                () -> search.in(citizens).stream().map(Citizen::id).toList(),
                reason,
                address);
    }

    /**
     * The same of the holder of something that another room knows.
     *
     * @param field by what they are searched, such as {@code card}; never the value
     */
    public List<CitizenId> searchHolder(
            Actor official,
            String field,
            Supplier<Optional<CitizenId>> holder,
            LookupReason reason,
            String address) {
        return search(
                official,
                field,
                () -> holder.get().filter(this::present).stream().toList(),
                reason,
                address);
    }

    private List<CitizenId> search(
            Actor official,
            String field,
            Supplier<List<CitizenId>> act,
            LookupReason reason,
            String address) {
        if (limits.take(new Bucket("searches of " + official.ref(), SEARCHES)).isPresent()) {
            throw new TooMany("searches for citizens");
        }
        String why = reason.code();
        var found = act.get();
        if (found.isEmpty()) {
            log.looked(What.SEARCHED, official, address, field, null, why, 0);
        }
        found.forEach(id -> log.looked(What.SEARCHED, official, address, field, id.ref(), why, 1));
        return found;
    }

    /**
     * Opens a citizen to an official for ten minutes.
     *
     * @throws Conflict after sixty within an hour; the auditor hears of it
     */
    public LedgerReceipt open(Actor official, CitizenId id, LookupReason reason) {
        Citizen citizen = citizens.get(id);
        accounts.lock(AccountId.valueOf(official.ref())); // Two tabs count together
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long before = rows.since(official, now.minus(Duration.ofHours(1)));
        if (before >= AN_HOUR) {
            throw new Conflict("lookups.quota", AN_HOUR);
        }
        Profile profile =
                citizens.profile(id).orElseThrow(() -> new NotFound("forgotten " + id.ref()));
        boolean namesake = accounts.hasStaffCalled(profile.name().plain());
        rows.insert(official, citizen, reason, namesake, now, now.plus(OPEN));
        alarms.opened(official, before + 1, namesake);
        return ledger.record(official, new LookupOpened(id, reason, namesake));
    }

    /**
     * The look-up by which a citizen is open to an official now; empty when there is none, and for
     * who left or goes by another id since.
     */
    @Transactional(readOnly = true)
    public Optional<Lookup> opened(Actor official, CitizenId id) {
        return rows.open(official, id, clock.instant()).filter(open -> present(id));
    }

    /**
     * Lets an official act on a citizen as it was when they opened it, and on nothing newer, which
     * they have not seen.
     *
     * @param version of the citizen on the official's page
     * @throws Conflict when the citizen is not open to the official
     * @throws Conflict.Changed when somebody else changed the citizen since it was opened
     */
    @Transactional(readOnly = true)
    public void require(Actor official, CitizenId id, int version) {
        Lookup open = opened(official, id).orElseThrow(() -> new Conflict("lookups.closed"));
        if (open.citizenVersion() != version || citizens.get(id).version() != version) {
            throw new Conflict.Changed("lookups.changed");
        }
    }

    /**
     * Lets a look-up go on over what its own official changed, in the transaction of the change:
     * who made a change knows it. A look-up that had fallen behind before stays so.
     *
     * @param before the version of the citizen that was changed
     */
    public void handOn(Actor official, CitizenId id, int before) {
        rows.handOn(official, id, clock.instant(), before, citizens.get(id).version());
    }

    /** What is kept of a citizen, masked, while open; each call is a view and is written down. */
    public Optional<Seen> view(Actor official, CitizenId id, String address) {
        return opened(official, id).flatMap(open -> view(official, open, address));
    }

    private Optional<Seen> view(Actor official, Lookup open, String address) {
        Citizen citizen = citizens.get(open.citizen()); // First: what is read is no older than it
        return citizens.profile(citizen.id())
                .map(profile -> {
                    written(What.VIEWED, official, open, Field.codes(profile), address);
                    return new Seen(citizen, profile, open);
                });
    }

    /**
     * One value in plain, written down.
     *
     * @throws Conflict when the citizen is not open to the official, or the field is empty
     */
    public String reveal(Actor official, CitizenId id, Field field, String address) {
        Lookup open = opened(official, id).orElseThrow(() -> new Conflict("lookups.closed"));
        Personal value = citizens.profile(id).map(field::of).orElse(null);
        if (value == null) {
            throw new Conflict("lookups.empty");
        }
        written(What.REVEALED, official, open, field.code(), address);
        return value.plain();
    }

    /**
     * What another room shows of a citizen in plain, written down.
     *
     * @param fields the codes of what it shows; those of no {@link Field} are its own
     * @return what is kept of the citizen
     * @throws Conflict when the citizen is not open to the official
     */
    public Profile reveal(Actor official, CitizenId id, List<String> fields, String address) {
        Lookup open = opened(official, id).orElseThrow(() -> new Conflict("lookups.closed"));
        Profile profile =
                citizens.profile(id).orElseThrow(() -> new NotFound("forgotten " + id.ref()));
        written(What.REVEALED, official, open, String.join(",", fields), address);
        return profile;
    }

    /** A look at what another room shows of a citizen, masked, while open; written down. */
    public Optional<Lookup> look(Actor official, CitizenId id, String field, String address) {
        var open = opened(official, id);
        open.ifPresent(by -> written(What.VIEWED, official, by, field, address));
        return open;
    }

    private boolean present(CitizenId id) {
        return citizens.find(id).filter(one -> one.erasedAt() == null).isPresent();
    }

    private void written(What what, Actor official, Lookup open, String fields, String address) {
        String why = open.reason().code();
        log.looked(what, official, address, fields, open.citizen().ref(), why, 1);
    }
}
