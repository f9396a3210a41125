package city.dure.citizens;

import city.dure.identity.AccountId;
import city.dure.web.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of citizens and of where they live, as they are stored. */
@Component
class CitizenRows {
    private final JdbcClient jdbc;

    CitizenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Citizen citizen) {
        AccountId account = citizen.account();
        jdbc.sql(
                        "insert into citizen (id, account_id, registered_at, listed, district,"
                                + " level, version) values (?, ?, ?, ?, ?, ?, 1)")
                .param(citizen.id().value())
                .param(account == null ? null : account.value())
                .param(utc(citizen.registeredAt()))
                .param(citizen.listed())
                .param(citizen.district())
                .param(citizen.level())
                .update();
    }

    /**
     * Stores what is proven and where they live.
     *
     * @param phoneMark of the proven phone; null while none is
     * @throws Conflict.Changed when somebody changed the row meanwhile
     */
    void save(Citizen citizen, @Nullable String phoneMark) {
        int changed =
                jdbc.sql(
                                "update citizen set district = ?, level = ?, email_at = ?,"
                                        + " phone_at = ?, proven_at = ?, proven_by = ?,"
                                        + " phone_mark = ?, version = version + 1"
                                        + " where id = ? and version = ?")
                        .param(citizen.district())
                        .param(citizen.level())
                        .param(utc(citizen.emailAt()))
                        .param(utc(citizen.phoneAt()))
                        .param(utc(citizen.provenAt()))
                        .param(citizen.provenBy())
                        .param(phoneMark)
                        .param(citizen.id().value())
                        .param(citizen.version())
                        .update();
        if (changed == 0) {
            throw new Conflict.Changed("citizens.changed");
        }
    }

    /** Notes that a list of residents names somebody. */
    void name(CitizenId id) {
        jdbc.sql("update citizen set listed = true, version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /** Notes in which part of the city somebody lives now. */
    void settle(CitizenId id, String district) {
        jdbc.sql("update citizen set district = ?, version = version + 1 where id = ?")
                .params(district, id.value())
                .update();
    }

    void giveAccount(CitizenId id, AccountId account) {
        jdbc.sql("update citizen set account_id = ? where id = ?")
                .params(account.value(), id.value())
                .update();
    }

    /** Notes for whom an identity provider vouches; one person is one citizen. */
    void givePerson(CitizenId id, String mark) {
        jdbc.sql("update citizen set person_mark = ? where id = ?")
                .params(mark, id.value())
                .update();
    }

    void delete(CitizenId id) {
        jdbc.sql("delete from citizen_code where citizen_id = ?").param(id.value()).update();
        jdbc.sql("delete from citizen_residence where citizen_id = ?").param(id.value()).update();
        jdbc.sql("delete from citizen where id = ?").param(id.value()).update();
    }

    /** Leaves of a citizen that there was one. */
    void erase(CitizenId id, Instant at) {
        jdbc.sql("delete from citizen_code where citizen_id = ?").param(id.value()).update();
        jdbc.sql("delete from citizen_residence where citizen_id = ?").param(id.value()).update();
        jdbc.sql(
                        "update citizen set account_id = null, level = 0, email_at = null,"
                                + " phone_at = null, proven_at = null, proven_by = null,"
                                + " phone_mark = null, person_mark = null, erased_at = ?,"
                                + " version = version + 1 where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    Optional<Citizen> find(CitizenId id) {
        return one("select * from citizen where id = ?", id.value());
    }

    /** The row, locked until the transaction ends. */
    Optional<Citizen> lock(CitizenId id) {
        return one("select * from citizen where id = ? for update", id.value());
    }

    /**
     * The row of an account, locked. Who was made one with a listed person while it waited is found
     * under the other id.
     */
    Optional<Citizen> lockOf(AccountId account) {
        String sql = "select * from citizen where account_id = ? for update";
        return one(sql, account.value()).or(() -> one(sql, account.value()));
    }

    /** These rows, locked until the transaction ends, each in its turn. */
    List<Citizen> lockAll(List<CitizenId> ids) {
        return jdbc.sql("select * from citizen where id in (:ids) order by id for update")
                .param("ids", ids.stream().map(CitizenId::value).toList())
                .query(CitizenRows::citizen)
                .list();
    }

    Optional<Citizen> of(AccountId account) {
        return one("select * from citizen where account_id = ?", account.value());
    }

    List<Citizen> all(List<CitizenId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from citizen where id in (:ids) order by registered_at, id")
                        .param("ids", ids.stream().map(CitizenId::value).toList())
                        .query(CitizenRows::citizen)
                        .list();
    }

    @Nullable String phoneMark(CitizenId id) {
        return jdbc.sql("select phone_mark from citizen where id = ?")
                .param(id.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** For whom an identity provider vouched when it proved who this is. */
    @Nullable String personMark(CitizenId id) {
        return jdbc.sql("select person_mark from citizen where id = ?")
                .param(id.value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** Lets a citizen live somewhere from a day on, and nowhere else from then on. */
    void moveIn(CitizenId id, Residence home) {
        LocalDate since = home.movedIn();
        jdbc.sql("delete from citizen_residence where citizen_id = ? and moved_in >= ?")
                .params(id.value(), since)
                .update();
        jdbc.sql(
                        "update citizen_residence set moved_out = ? where citizen_id = ?"
                                + " and (moved_out is null or moved_out > ?)")
                .params(since, id.value(), since)
                .update();
        jdbc.sql(
                        "insert into citizen_residence (citizen_id, district, moved_in, source,"
                                + " dated) values (?, ?, ?, ?, ?)")
                .params(id.value(), home.district(), since, home.source(), home.dated())
                .update();
    }

    /** Where a member lives, unless a list says since a later day that it is elsewhere. */
    Optional<Residence> newerHome(CitizenId member, CitizenId listed) {
        return jdbc.sql(
                        "select told.* from citizen_residence told"
                                + " join citizen_residence list on list.citizen_id = ?"
                                + " and list.moved_out is null"
                                + " where told.citizen_id = ? and told.moved_out is null"
                                + " and told.district <> list.district"
                                + " and (told.moved_in > list.moved_in or not list.dated)")
                .params(listed.value(), member.value())
                .query(CitizenRows::residence)
                .optional();
    }

    /** Where a citizen lived, the newest first. */
    List<Residence> residences(CitizenId id) {
        return jdbc.sql(
                        "select * from citizen_residence where citizen_id = ? order by moved_in desc")
                .param(id.value())
                .query(CitizenRows::residence)
                .list();
    }

    private Optional<Citizen> one(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(CitizenRows::citizen).optional();
    }

    static Residence residence(ResultSet row, int number) throws SQLException {
        return new Residence(
                row.getString("district"),
                row.getObject("moved_in", LocalDate.class),
                row.getObject("moved_out", LocalDate.class),
                row.getString("source"),
                row.getBoolean("dated"));
    }

    static Citizen citizen(ResultSet row, int number) throws SQLException {
        UUID account = row.getObject("account_id", UUID.class);
        return new Citizen(
                new CitizenId(row.getObject("id", UUID.class)),
                account == null ? null : new AccountId(account),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("listed"),
                row.getString("district"),
                instant(row, "email_at"),
                instant(row, "phone_at"),
                instant(row, "proven_at"),
                row.getString("proven_by"),
                instant(row, "erased_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
