package city.dure.identity;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roles of staff: asked for, granted, withdrawn, run out. */
@Service
@Transactional
public class Roles {
    /** A role holds for a year at most, then it is asked for again. */
    public static final int MOST_MONTHS = 12;

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** Roles that nobody holds together (reference/reliability.md section 4). */
    private static final List<Set<Role>> APART =
            List.of(
                    Set.of(Role.PROGRAM_OFFICER, Role.SETTLEMENT_OFFICER),
                    Set.of(Role.SETTLEMENT_OFFICER, Role.FRAUD_OFFICER),
                    Set.of(Role.VOTE_OFFICER, Role.ADMIN));

    /** Roles that nobody holds together with any other. */
    private static final Set<Role> ALONE = Set.of(Role.AUDITOR, Role.DESK_AGENT);

    private final JdbcClient jdbc;
    private final RoleGrants grants;
    private final PersonMarks persons;
    private final Ledger ledger;
    private final Clock clock;

    Roles(JdbcClient jdbc, RoleGrants grants, PersonMarks persons, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.persons = persons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks for a role up to a day; the caller has checked the form, and asks a second administrator
     * to approve it.
     *
     * @param id of what is asked for
     */
    public LedgerReceipt propose(
            Actor actor, UUID id, AccountId account, Role role, LocalDate until) {
        grants.insert(actor, id, account, role, until, false);
        return ledger.record(actor, new RoleRecords.Proposed(account, role.code(), until));
    }

    /** Grants what another administrator asked for; the caller made sure that this one may. */
    public LedgerReceipt grant(Actor actor, UUID id) {
        RoleGrant grant = waiting(id);
        refuseTogether(grant);
        decide(actor, id, true);
        return ledger.record(
                actor,
                new RoleRecords.Granted(
                        grant.account(),
                        grant.role().code(),
                        grant.until(),
                        AccountId.valueOf(grant.proposedBy())));
    }

    /** Does not grant what was asked for; also who asked may take it back so. */
    public LedgerReceipt decline(Actor actor, UUID id) {
        RoleGrant grant = waiting(id);
        decide(actor, id, false);
        return ledger.record(actor, new RoleRecords.Declined(grant.account(), grant.role().code()));
    }

    /** Takes a role back at once; two administrators always remain. */
    public LedgerReceipt withdraw(Actor actor, UUID id) {
        RoleGrant grant = find(id);
        if (grant.role() == Role.ADMIN && grants.lockHolders(Role.ADMIN, now()) <= 2) {
            throw new Conflict("identity.role.last");
        }
        int changed =
                jdbc.sql(
                                "update account_role set withdrawn_by = ?, withdrawn_at = ?"
                                        + " where id = ? and granted and withdrawn_at is null")
                        .params(actor.ref(), now(), id)
                        .update();
        if (changed == 0) {
            throw new Conflict.Changed("identity.role.changed");
        }
        return ledger.record(
                actor, new RoleRecords.Withdrawn(grant.account(), grant.role().code()));
    }

    /** What these accounts hold or wait for, soonest ending first. */
    @Transactional(readOnly = true)
    public List<RoleGrant> current(Collection<AccountId> accounts) {
        return grants.current(accounts, now());
    }

    /** Whether somebody who holds the first roles may not hold this one too. */
    public static boolean apart(List<Role> held, Role role) {
        return held.stream()
                .filter(other -> other != role)
                .anyMatch(other ->
                        ALONE.contains(role)
                                || ALONE.contains(other)
                                || APART.contains(Set.of(other, role)));
    }

    /** Grants a role for twelve months where nobody holds one yet who could: at setting up. */
    public void grantAtSetup(AccountId account, Role role) {
        LocalDate until = LocalDate.now(clock.withZone(SEOUL)).plusMonths(MOST_MONTHS);
        grants.insert(Actor.SYSTEM, UUID.randomUUID(), account, role, until, true);
        ledger.record(Actor.SYSTEM, new RoleRecords.Granted(account, role.code(), until, null));
    }

    /** A role that was asked for, whatever became of it. */
    @Transactional(readOnly = true)
    public RoleGrant find(UUID id) {
        return grants.find(id).orElseThrow(() -> new NotFound("role grant " + id));
    }

    private RoleGrant waiting(UUID id) {
        RoleGrant grant = find(id);
        if (!grant.waits()) {
            throw new Conflict.Changed("identity.role.changed");
        }
        return grant;
    }

    /** Whoever decides second changes nothing. */
    private void decide(Actor actor, UUID id, boolean granted) {
        int changed =
                jdbc.sql(
                                "update account_role set decided_by = ?, decided_at = ?,"
                                        + " granted = ? where id = ? and decided_at is null")
                        .params(actor.ref(), now(), granted, id)
                        .update();
        if (changed == 0) {
            throw new Conflict.Changed("identity.role.changed");
        }
    }

    /** Duties stay apart over all accounts of a person, also where two are granted at once. */
    private void refuseTogether(RoleGrant grant) {
        var accounts = persons.accountsOf(grant.account());
        if (apart(grants.lockHeld(accounts, now()), grant.role())) {
            throw new Conflict("identity.role.apart");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
