package city.dure.approvals;

import city.dure.identity.AccountId;
import city.dure.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Approvals as they are stored. */
@Component
class ApprovalRows {
    /** What somebody may decide, and what that person asked for, of the last days. */
    private static final String CONCERNS =
            " from approval where decided_at is null and asked_at > :since"
                    + " and (asked_by = :ref or role in (:roles)"
                    + " and (about is null or about <> :account))";

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Approval asked) {
        jdbc.sql(
                        "insert into approval (id, action, href, role, asked_by, asked_at,"
                                + " expires_at, payload_mark, about)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(asked.id(), asked.action(), asked.href(), asked.role().code())
                .params(asked.askedBy(), utc(asked.askedAt()), utc(asked.expiresAt()))
                .param(asked.mark())
                .param(asked.about() == null ? null : asked.about().value())
                .update();
        jdbc.sql("insert into approval_untold (id) values (?)").param(asked.id()).update();
    }

    Optional<Approval> find(UUID id) {
        return jdbc.sql("select * from approval where id = ?")
                .param(id)
                .query(ApprovalRows::row)
                .optional();
    }

    /** The same; nobody else decides before this transaction ends. */
    Optional<Approval> locked(UUID id) {
        return jdbc.sql("select * from approval where id = ? for update")
                .param(id)
                .query(ApprovalRows::row)
                .optional();
    }

    void decide(UUID id, String outcome, String ref, Instant now) {
        jdbc.sql("update approval set outcome = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(outcome, ref, utc(now), id)
                .update();
        told(id);
    }

    /** What expired by a moment and was not told to who asked. */
    List<UUID> untold(Instant now, int most) {
        return jdbc.sql(
                        "select u.id from approval_untold u join approval a on a.id = u.id"
                                + " where a.decided_at is null and a.expires_at <= ?"
                                + " order by a.expires_at limit ?")
                .params(utc(now), most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Notes that nobody has to tell it any more; false when somebody noted that before. */
    boolean told(UUID id) {
        return jdbc.sql("delete from approval_untold where id = ?").param(id).update() > 0;
    }

    /** Undecided ones of an action asked for since a moment, newest first. */
    List<Approval> undecided(String action, Instant since, int most) {
        return jdbc.sql(
                        "select * from approval where decided_at is null and asked_at > ?"
                                + " and action = ? order by asked_at desc, id limit ?")
                .params(utc(since), action, most)
                .query(ApprovalRows::row)
                .list();
    }

    /** What somebody may decide or asked for since a moment, newest first. */
    List<Approval> concerning(AccountId who, List<Role> roles, Instant since, int most) {
        return concerning("select *" + CONCERNS + " order by asked_at desc, id limit :most", who)
                .param("roles", codes(roles))
                .param("since", utc(since))
                .param("most", most)
                .query(ApprovalRows::row)
                .list();
    }

    /** How many wait for somebody to decide, of those asked for since a moment. */
    long waitingFor(AccountId who, List<Role> roles, Instant since) {
        return concerning("select count(*)" + CONCERNS + " and asked_by <> :ref", who)
                .param("roles", codes(roles))
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec concerning(String sql, AccountId who) {
        return jdbc.sql(sql).param("ref", who.ref()).param("account", who.value());
    }

    private static List<String> codes(List<Role> roles) {
        return roles.stream().map(Role::code).toList();
    }

    private static Approval row(ResultSet row, int number) throws SQLException {
        UUID about = row.getObject("about", UUID.class);
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("action"),
                row.getString("href"),
                Role.of(row.getString("role")).orElseThrow(),
                about == null ? null : new AccountId(about),
                row.getString("payload_mark"),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                row.getString("decided_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
