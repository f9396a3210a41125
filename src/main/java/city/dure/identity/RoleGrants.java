package city.dure.identity;

import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of roles, as they are stored. */
@Component
class RoleGrants {
    private static final String SELECT =
            "select id, account_id, role, until, proposed_by, proposed_at, decided_by, decided_at,"
                    + " granted, withdrawn_by from account_role ";

    private final JdbcClient jdbc;
    private final Clock clock;

    RoleGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(
            Actor actor, UUID id, AccountId account, Role role, LocalDate until, boolean granted) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        "insert into account_role (id, account_id, role, until, proposed_by,"
                                + " proposed_at, granted, decided_by, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, account.value(), role.code(), endOf(until), actor.ref(), now, granted)
                .param(granted ? actor.ref() : null)
                .param(granted ? now : null)
                .update();
    }

    Optional<RoleGrant> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(RoleGrants::row).optional();
    }

    /** What these accounts hold or wait for, soonest ending first. */
    List<RoleGrant> current(Collection<AccountId> accounts, OffsetDateTime now) {
        return accounts.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "where account_id in (:accounts) and until > :now"
                                        + " and withdrawn_at is null"
                                        + " and (granted or decided_at is null)"
                                        + " order by until, id")
                        .param("accounts", accounts.stream().map(AccountId::value).toList())
                        .param("now", now)
                        .query(RoleGrants::row)
                        .list();
    }

    /** What these accounts hold, where nobody grants them more before the transaction ends. */
    List<Role> lockHeld(List<AccountId> accounts, OffsetDateTime now) {
        jdbc.sql("select id from account where id in (:accounts) order by id for update")
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query(UUID.class)
                .list();
        return current(accounts, now).stream()
                .filter(RoleGrant::granted)
                .map(RoleGrant::role)
                .toList();
    }

    /** How many hold a role, none of whom loses it before this transaction ends. */
    int lockHolders(Role role, OffsetDateTime now) {
        return jdbc.sql(
                        "select account_id from account_role where role = ? and granted"
                                + " and withdrawn_at is null and until > ? for update")
                .params(role.code(), now)
                .query(UUID.class)
                .set()
                .size();
    }

    /** The first moment at which a role that holds up to this day holds no longer. */
    static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Roles.SEOUL).toOffsetDateTime();
    }

    private static RoleGrant row(ResultSet row, int number) throws SQLException {
        return new RoleGrant(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Role.of(row.getString("role")).orElseThrow(),
                row.getObject("until", OffsetDateTime.class)
                        .atZoneSameInstant(Roles.SEOUL)
                        .toLocalDate()
                        .minusDays(1),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getBoolean("granted"),
                row.getString("withdrawn_by"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
