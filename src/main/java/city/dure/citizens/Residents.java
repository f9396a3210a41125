package city.dure.citizens;

import city.dure.citizens.Finding.Fate;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.vault.NewSubject;
import city.dure.vault.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over whom a list of residents names: citizens without an account, until they join and prove
 * who they are.
 */
@Service
@Transactional
public class Residents {
    /**
     * What a list of residents says of one person.
     *
     * @param person the day on which they moved in being the day of the list where it names none
     * @param dated whether it names one
     * @param namesake whether the list names others of this name who were born on the same day
     */
    public record Listing(NewCitizen person, boolean dated, boolean namesake) {}

    static final String SOURCE = "list";

    private final ListMatches matches;
    private final CitizenRows rows;
    private final Vault vault;
    private final JdbcTemplate batch;
    private final Ledger ledger;
    private final Clock clock;

    Residents(
            ListMatches matches,
            CitizenRows rows,
            Vault vault,
            JdbcTemplate batch,
            Ledger ledger,
            Clock clock) {
        this.matches = matches;
        this.rows = rows;
        this.vault = vault;
        this.batch = batch;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whom of these the register knows, in their order; changes nothing. */
    @Transactional(readOnly = true)
    public List<Finding> compare(List<Listing> people) {
        return matches.of(people);
    }

    /**
     * Takes these people over, each change with its entry; no two of them are the same person.
     *
     * @return what became of each, in their order
     * @throws OptimisticLockingFailureException when somebody of them was changed meanwhile; all of
     *     it may be tried again
     */
    public List<Finding> take(Actor actor, List<Listing> people) {
        var findings = matches.of(people);
        lock(findings);
        var added = new ArrayList<NewSubject>();
        var citizens = new ArrayList<Object[]>();
        var homes = new ArrayList<Object[]>();
        var entries = new ArrayList<LedgerRecord>();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        for (int i = 0; i < people.size(); i++) {
            NewCitizen person = people.get(i).person();
            Finding finding = findings.get(i);
            if (finding.fate() == Fate.NEW) {
                var id = CitizenId.random();
                added.add(person.profile().newSubject(id));
                citizens.add(new Object[] {id.value(), now, person.district()});
                homes.add(home(id, people.get(i)));
                entries.add(new CitizenRecords.Listed(id, person.district(), person.since()));
            } else if (finding.citizen() != null) {
                entries.addAll(known(finding, finding.citizen().id(), people.get(i)));
            }
        }
        insert(added, citizens, homes);
        if (!entries.isEmpty()) {
            ledger.recordAll(actor, entries);
        }
        return findings;
    }

    private static Object[] home(CitizenId id, Listing one) {
        NewCitizen person = one.person();
        return new Object[] {id.value(), person.district(), person.since(), SOURCE, one.dated()};
    }

    private void insert(List<NewSubject> added, List<Object[]> citizens, List<Object[]> homes) {
        if (added.isEmpty()) {
            return;
        }
        batch.batchUpdate(
                "insert into citizen (id, registered_at, listed, district, level, version)"
                        + " values (?, ?, true, ?, 0, 1)",
                citizens);
        batch.batchUpdate(
                "insert into citizen_residence (citizen_id, district, moved_in, source, dated)"
                        + " values (?, ?, ?, ?, ?)",
                homes);
        vault.putNew(added);
    }

    /** Nobody is forgotten, moves or becomes one with a member while the list speaks of them. */
    private void lock(List<Finding> findings) {
        var seen = findings.stream().map(Finding::citizen).filter(Objects::nonNull).toList();
        if (!seen.isEmpty()) {
            var now = rows.lockAll(seen.stream().map(Citizen::id).toList());
            if (!Set.copyOf(now).equals(Set.copyOf(seen))) {
                throw new OptimisticLockingFailureException("citizens changed meanwhile");
            }
        }
    }

    private List<LedgerRecord> known(Finding finding, CitizenId id, Listing one) {
        NewCitizen person = one.person();
        var entries = new ArrayList<LedgerRecord>();
        if (finding.names()) {
            rows.name(id);
            entries.add(new CitizenRecords.Named(id));
        }
        if (finding.moves()) {
            rows.moveIn(
                    id, Residence.since(person.since(), person.district(), SOURCE, one.dated()));
            rows.settle(id, person.district());
            entries.add(new CitizenRecords.Moved(id, person.district(), person.since(), SOURCE));
        }
        if (!finding.renewed().isEmpty()) {
            renew(id, person.profile());
            entries.add(new CitizenRecords.Corrected(id, finding.renewed()));
        }
        return entries;
    }

    private void renew(CitizenId id, Profile list) {
        Profile before = Profile.of(vault.all(id.ref()));
        Profile after = before.renewed(list);
        put(before.values(), after.values(), (field, value) -> vault.put(id.ref(), field, value));
        put(before.marks(), after.marks(), (field, text) -> vault.mark(id.ref(), field, text));
    }

    private static void put(
            Map<String, String> before, Map<String, String> after, BiConsumer<String, String> to) {
        after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .forEach(each -> to.accept(each.getKey(), each.getValue()));
    }
}
