package city.dure.people;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.Person;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.shared.Page;
import city.dure.shared.Role;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff and their roles, as pages show them. */
@Component
@Transactional(readOnly = true)
class Staff {
    private static final List<Role> GRANTABLE =
            List.of(
                    Role.MERCHANT_OFFICER,
                    Role.PROGRAM_OFFICER,
                    Role.VOTE_OFFICER,
                    Role.FRAUD_OFFICER,
                    Role.SETTLEMENT_OFFICER,
                    Role.DESK_AGENT,
                    Role.AUDITOR,
                    Role.ADMIN);

    private static final int BATCH = 100;

    /** How long it is shown that nobody decided in time. */
    private static final Duration SHOWN = Duration.ofDays(7);

    private final Roles roles;
    private final RoleRequests requests;
    private final Accounts accounts;
    private final Clock clock;

    Staff(Roles roles, RoleRequests requests, Accounts accounts, Clock clock) {
        this.roles = roles;
        this.requests = requests;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One colleague, and what is held or waits. */
    record Member(AccountId account, String name, List<RoleGrant> roles) {}

    List<Role> grantable() {
        return GRANTABLE;
    }

    /**
     * Staff by the key of their account. Names are kept encrypted, so the database cannot search
     * them; a city's staff are some hundreds, and are looked through.
     */
    Page<Member> page(StaffFilter filter, @Nullable AccountId after, int size) {
        var found = all(filter, after).limit(size + 1L).toList();
        var shown = found.size() > size ? found.subList(0, size) : found;
        boolean more = found.size() > size;
        return new Page<>(shown, more ? shown.getLast().account().ref() : null);
    }

    /** All the filter shows, read a batch at a time. */
    Stream<Member> all(StaffFilter filter, @Nullable AccountId after) {
        return Stream.iterate(
                        accounts.staff(after, BATCH),
                        ids -> !ids.isEmpty(),
                        ids -> accounts.staff(ids.getLast(), BATCH))
                .flatMap(ids -> members(ids).stream())
                .filter(filter::shows);
    }

    /** One colleague, if there is such a staff account. */
    java.util.Optional<Member> member(AccountId account) {
        return accounts.person(account.ref())
                .filter(Person::staff)
                .map(person -> members(List.of(account)).getFirst());
    }

    /** What one account holds or waits for. */
    List<RoleGrant> rolesOf(AccountId account) {
        return current(List.of(account)).toList();
    }

    /** The names of all who stand in these grants. */
    Map<String, String> names(List<Member> members) {
        Set<String> refs = new HashSet<>();
        members.stream()
                .flatMap(member -> member.roles().stream())
                .forEach(grant -> refs.add(grant.proposedBy()));
        return accounts.displayNames(refs);
    }

    /** Roles that were asked for of late, and nobody decided in time; newest first. */
    List<RoleGrant> expired(AccountId account) {
        Instant since = clock.instant().minus(SHOWN);
        return roles.current(List.of(account)).stream()
                .filter(grant -> requests.isOver(grant) && grant.proposedAt().isAfter(since))
                .sorted(Comparator.comparing(RoleGrant::proposedAt).reversed())
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Formats.ZONE));
    }

    private Stream<RoleGrant> current(List<AccountId> ids) {
        return roles.current(ids).stream().filter(grant -> !requests.isOver(grant));
    }

    private List<Member> members(List<AccountId> ids) {
        var names = accounts.displayNames(ids.stream().map(AccountId::ref).toList());
        var held = current(ids).collect(Collectors.groupingBy(RoleGrant::account));
        return ids.stream()
                .map(id ->
                        new Member(
                                id,
                                names.getOrDefault(id.ref(), id.ref()),
                                held.getOrDefault(id, List.of())))
                .toList();
    }
}
