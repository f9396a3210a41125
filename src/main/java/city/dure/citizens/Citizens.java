package city.dure.citizens;

import static java.util.stream.Collectors.toMap;

import city.dure.consents.Consents;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.notices.Notices;
import city.dure.personal.BirthDate;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of citizens: who joined, what the city keeps about them, where they live. */
@Service
@Transactional
public class Citizens {
    /** Under this age a guardian has to agree (PIPA, article 22-2), which nobody can here yet. */
    public static final int YOUNGEST = 14;

    private final CitizenRows rows;
    private final Vault vault;
    private final Accounts accounts;
    private final Consents consents;
    private final Notices notices;
    private final Ledger ledger;
    private final Clock clock;

    Citizens(
            CitizenRows rows,
            Vault vault,
            Accounts accounts,
            Consents consents,
            Notices notices,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.accounts = accounts;
        this.consents = consents;
        this.notices = notices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes a member of whoever signed in; the caller has checked the form.
     *
     * @throws Conflict when the account is a member already, or does not agree to what is needed
     * @throws IllegalArgumentException for who is under 14
     */
    public LedgerReceipt join(Actor actor, NewCitizen form) {
        if (form.profile().birth().ageOn(today()) < YOUNGEST) {
            throw new IllegalArgumentException("under " + YOUNGEST);
        }
        var account = AccountId.valueOf(actor.ref());
        accounts.lock(account); // Consents are taken back under the same lock.
        if (!consents.agreesToRequired(actor.ref())) {
            throw new Conflict("citizens.consent.missing");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var citizen = Citizen.joined(account, now, form.district());
        try {
            rows.insert(citizen);
        } catch (DuplicateKeyException e) {
            throw new Conflict("citizens.joined");
        }
        rows.moveIn(citizen.id(), Residence.since(form.since(), form.district(), "self", true));
        vault.putNew(List.of(form.profile().newSubject(citizen.id())));
        accounts.rename(account, form.profile().name().plain());
        return ledger.record(
                actor,
                new CitizenRecords.Joined(citizen.id(), account, form.district(), form.since()));
    }

    /** The member that an account is; empty as long as it has not joined. */
    @Transactional(readOnly = true)
    public Optional<Citizen> of(Actor actor) {
        return rows.of(AccountId.valueOf(actor.ref()));
    }

    /** A citizen; {@link NotFound} when there is no such one. */
    @Transactional(readOnly = true)
    public Citizen get(CitizenId id) {
        return rows.find(id).orElseThrow(() -> new NotFound(id.ref()));
    }

    /** A citizen, if that is their present id. */
    @Transactional(readOnly = true)
    public Optional<Citizen> find(CitizenId id) {
        return rows.find(id);
    }

    /** A citizen, locked until the transaction ends; empty for who left or is now another. */
    public Optional<Citizen> lock(CitizenId id) {
        return rows.lock(id).filter(citizen -> citizen.erasedAt() == null);
    }

    /** The same of the member that an account is. */
    public Optional<Citizen> lock(Actor actor) {
        return rows.lockOf(AccountId.valueOf(actor.ref()));
    }

    /** What is kept about a citizen, each value masked unless asked; empty once forgotten. */
    @Transactional(readOnly = true)
    public Optional<Profile> profile(CitizenId id) {
        return Optional.ofNullable(profiles(List.of(id)).get(id));
    }

    /** What is kept about these citizens, in two statements. */
    @Transactional(readOnly = true)
    public Map<CitizenId, Profile> profiles(Collection<CitizenId> ids) {
        return vault.all(ids.stream().map(CitizenId::ref).toList()).entrySet().stream()
                .filter(each -> each.getValue().containsKey(Profile.BIRTH))
                .collect(
                        toMap(
                                each -> CitizenId.valueOf(each.getKey()),
                                each -> Profile.of(each.getValue())));
    }

    /** Where a citizen lives and lived, the newest first. */
    @Transactional(readOnly = true)
    public List<Residence> residences(CitizenId id) {
        return rows.residences(id);
    }

    /** Those with this phone, proven or not. */
    @Transactional(readOnly = true)
    public List<Citizen> find(Phone phone) {
        return found(Profile.PHONE, phone.digits());
    }

    /** Those of this name with a phone that ends so. */
    @Transactional(readOnly = true)
    public List<Citizen> find(PersonName name, String lastFour) {
        return found(Profile.END_NAME, Profile.endAndName(lastFour, name));
    }

    /** Those of this name who were born on this day. */
    @Transactional(readOnly = true)
    public List<Citizen> find(PersonName name, BirthDate birth) {
        return found(Profile.NAME_BIRTH, Profile.nameAndBirth(name, birth));
    }

    /** Whether two citizens gave the same address; nothing else of it can be told. */
    @Transactional(readOnly = true)
    public boolean sameHousehold(CitizenId one, CitizenId other) {
        return profile(one)
                .flatMap(profile -> Optional.ofNullable(profile.address()))
                .filter(address ->
                        vault.find(Profile.HOUSEHOLD, address.household()).contains(other.ref()))
                .isPresent();
    }

    /**
     * Corrects what is kept; nothing happens where nothing differs. Another address of mail or
     * phone has to be proven anew.
     *
     * @param paper whether an official has a paper of theirs at hand, which corrects what was
     *     proven
     * @throws Conflict when it would change a name or birth date that others than they vouch for
     * @throws Conflict.Changed when somebody changed it meanwhile
     */
    public Optional<LedgerReceipt> correct(
            Actor actor, CitizenId id, int seenVersion, Profile profile, boolean paper) {
        Citizen citizen = locked(id, seenVersion);
        Profile before = profile(id).orElseThrow(() -> new NotFound(id.ref()));
        var fields = before.differing(profile);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        boolean proven = fields.contains("name") || fields.contains("birth_date");
        if (proven && !paper && citizen.identified()) {
            throw new Conflict("citizens.proven");
        }
        profile.keep(vault, id, before);
        Citizen corrected = citizen.corrected(fields);
        rows.save(corrected, corrected.phoneAt() == null ? null : rows.phoneMark(id));
        if (citizen.account() != null) {
            accounts.rename(citizen.account(), profile.name().plain());
            if (fields.contains("email")) { // The old one may be another's by now.
                notices.mailTo(citizen.account(), null);
            }
        }
        return Optional.of(ledger.record(actor, new CitizenRecords.Corrected(id, fields)));
    }

    /**
     * Lets a citizen live elsewhere from a day on; days after it that were told before are void.
     *
     * @param source {@code self} or {@code desk}
     * @throws Conflict.Changed when somebody changed the citizen meanwhile
     */
    public LedgerReceipt move(
            Actor actor,
            CitizenId id,
            int seenVersion,
            String district,
            LocalDate since,
            String source) {
        Citizen citizen = locked(id, seenVersion);
        rows.moveIn(id, Residence.since(since, district, source, true));
        rows.save(citizen.moved(district), rows.phoneMark(id));
        return ledger.record(actor, new CitizenRecords.Moved(id, district, since, source));
    }

    /** Forgets the member that an account is, for good; empty where it is none. */
    public Optional<LedgerReceipt> erase(Actor actor) {
        var account = AccountId.valueOf(actor.ref());
        accounts.lock(account);
        return rows.lockOf(account)
                .map(own -> {
                    rows.erase(own.id(), clock.instant());
                    vault.destroy(own.id().ref());
                    return ledger.record(actor, new CitizenRecords.Erased(own.id()));
                });
    }

    /** Today in the city. */
    public LocalDate today() {
        return Days.of(clock.instant());
    }

    private List<Citizen> found(String field, String text) {
        return rows.all(vault.find(field, text).stream().map(CitizenId::valueOf).toList());
    }

    private Citizen locked(CitizenId id, int seenVersion) {
        return rows.lock(id)
                .filter(citizen -> citizen.version() == seenVersion)
                .orElseThrow(() -> new Conflict.Changed("citizens.changed"));
    }
}
