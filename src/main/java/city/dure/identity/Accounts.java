package city.dure.identity;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.personal.PersonName;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.vault.Vault;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, how they are called, and which roles they hold now. */
@Service
@Transactional
public class Accounts {
    private static final String NAME = "name";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Vault vault, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Opens an account; how its person signs in is set apart from it. */
    public AccountId open(Actor actor, NewAccount account) {
        var id = new AccountId(UUID.randomUUID());
        jdbc.sql("insert into account (id, staff, opened_at) values (?, ?, ?)")
                .params(id.value(), account.staff(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        keepName(id, account.name(), account.staff());
        ledger.record(actor, new AccountOpened(id, account.staff()));
        return id;
    }

    /**
     * Waits until nobody else acts for an account, so that what is counted or asked about it holds
     * until the transaction ends.
     *
     * @throws NotFound when there is no such account, or it is closed
     */
    public void lock(AccountId id) {
        if (lockOpen(List.of(id)).isEmpty()) {
            throw new NotFound(id.ref());
        }
    }

    /** The same for some hundred accounts; returns those that are open. */
    public List<AccountId> lockOpen(Collection<AccountId> ids) {
        return jdbc.sql(
                        "select id from account where id in (:ids) and closed_at is null"
                                + " order by id for update")
                .param("ids", ids.stream().map(AccountId::value).toList())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Calls somebody otherwise; the caller records what it does it for. */
    public void rename(AccountId id, String name) {
        boolean staff = person(id.ref()).map(Person::staff).orElse(false);
        keepName(id, name, staff);
    }

    /** Closes an account for good: nobody signs in to it, and nobody knows whose it was. */
    public LedgerReceipt close(Actor actor, AccountId id) {
        jdbc.sql("delete from account_link where account_id = ?").param(id.value()).update();
        jdbc.sql("delete from account_person where account_id = ?").param(id.value()).update();
        jdbc.sql("update account set closed_at = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
                .update();
        vault.destroy(id.ref());
        return ledger.record(actor, new AccountClosed(id));
    }

    /** Whether somebody with a staff account is called so, which is not to say it is the same. */
    @Transactional(readOnly = true)
    public boolean hasStaffCalled(String name) {
        return !vault.find(NAME, name).isEmpty();
    }

    /** Only names of staff can be found. */
    private void keepName(AccountId id, String name, boolean staff) {
        if (staff) {
            vault.putFindable(id.ref(), NAME, name);
        } else {
            vault.put(id.ref(), NAME, name);
        }
    }

    /**
     * The person of an account and the roles held now, in one statement; empty when there is no
     * such account or it is closed. A citizen's account is a citizen and nothing else.
     */
    @Transactional(readOnly = true)
    public Optional<Person> person(String ref) {
        AccountId id = AccountId.valueOf(ref);
        var rows =
                jdbc.sql(
                                "select a.staff, r.role from account a left join account_role r"
                                        + " on r.account_id = a.id and r.granted"
                                        + " and r.withdrawn_at is null and r.until > ?"
                                        + " where a.id = ? and a.closed_at is null")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
                        .query((row, number) -> new Held(row.getBoolean(1), row.getString(2)))
                        .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(person(id, rows));
    }

    /** Open accounts of staff after a key, in the order of their keys. */
    @Transactional(readOnly = true)
    public List<AccountId> staff(@Nullable AccountId after, int size) {
        return jdbc.sql(
                        "select id from account where staff and closed_at is null and id > ?"
                                + " order by id limit ?")
                .params(after == null ? new UUID(0, 0) : after.value(), size)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The open accounts that hold a role now. */
    @Transactional(readOnly = true)
    public List<AccountId> holders(Role role) {
        return jdbc.sql(
                        "select distinct a.id from account_role r join account a"
                                + " on a.id = r.account_id and a.closed_at is null"
                                + " where r.role = ? and r.granted and r.withdrawn_at is null"
                                + " and r.until > ?")
                .params(role.code(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The roles that an account holds now. */
    @Transactional(readOnly = true)
    public List<Role> rolesOf(AccountId id) {
        return person(id.ref()).map(Person::roles).orElse(List.of());
    }

    /** What somebody is called, for themselves; the reference when the name was forgotten. */
    @Transactional(readOnly = true)
    public String ownName(String ref) {
        return vault.get(ref, NAME).orElse(ref);
    }

    /** What others call somebody: as {@link #displayNames}; the reference when it was forgotten. */
    @Transactional(readOnly = true)
    public String displayName(String ref) {
        return displayNames(List.of(ref)).getOrDefault(ref, ref);
    }

    /** The name of an official; empty for citizens, who are not told to others, and the portal. */
    @Transactional(readOnly = true)
    public Optional<String> officialName(String ref) {
        return AccountId.names(ref)
                ? person(ref).filter(Person::staff).map(official -> ownName(ref))
                : Optional.empty();
    }

    /** The names of several accounts in plain: for themselves, or after a reason was given. */
    @Transactional(readOnly = true)
    public Map<String, String> plainNames(Collection<String> refs) {
        return vault.gets(refs, NAME);
    }

    /**
     * What others call the holders of accounts, by reference: officials by their names, citizens by
     * theirs masked; those without a name are missing.
     */
    @Transactional(readOnly = true)
    public Map<String, String> displayNames(Collection<String> refs) {
        var names = new HashMap<>(vault.gets(refs, NAME));
        var staff = staffAmong(names.keySet());
        names.replaceAll((ref, name) -> staff.contains(ref) ? name : new PersonName(name).masked());
        return names;
    }

    private Set<String> staffAmong(Collection<String> refs) {
        var ids = refs.stream().map(ref -> AccountId.valueOf(ref).value()).toList();
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from account where staff and id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)).ref())
                        .set();
    }

    private static Person person(AccountId id, List<Held> rows) {
        var roles = new ArrayList<Role>();
        boolean staff = rows.getFirst().staff();
        if (!staff) {
            roles.add(Role.CITIZEN);
        }
        rows.stream()
                .flatMap(row -> Role.of(String.valueOf(row.role())).stream())
                .distinct()
                .sorted()
                .forEach(roles::add);
        return new Person(id, staff, List.copyOf(roles));
    }

    private record Held(boolean staff, @Nullable String role) {}
}
