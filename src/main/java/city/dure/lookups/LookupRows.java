package city.dure.lookups;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of look-ups, as they are stored. */
@Component
class LookupRows {
    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final JdbcClient jdbc;

    LookupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many look-ups one official opened. */
    record Sum(String official, long lookups, long namesakes) {}

    void insert(
            Actor official,
            Citizen citizen,
            LookupReason reason,
            boolean namesake,
            Instant from,
            Instant until) {
        jdbc.sql(
                        "insert into lookup (id, citizen_id, official, role, reason, namesake,"
                                + " opened_at, open_until, citizen_version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        citizen.id().value(),
                        official.ref(),
                        official.role().code(),
                        reason.code(),
                        namesake,
                        utc(from),
                        utc(until),
                        citizen.version())
                .update();
    }

    /** Lets the open look-ups that stand on one version of a citizen stand on another. */
    void handOn(Actor official, CitizenId citizen, Instant now, int before, int after) {
        jdbc.sql(
                        "update lookup set citizen_version = ?"
                                + " where official = ? and citizen_id = ? and open_until > ?"
                                + " and citizen_version = ?")
                .params(after, official.ref(), citizen.value(), utc(now), before)
                .update();
    }

    /** The look-up by which a citizen is open to an official now. */
    Optional<Lookup> open(Actor official, CitizenId citizen, Instant now) {
        return jdbc.sql(
                        "select * from lookup where official = ? and citizen_id = ?"
                                + " and open_until > ? order by open_until desc limit 1")
                .params(official.ref(), citizen.value(), utc(now))
                .query(LookupRows::lookup)
                .optional();
    }

    /** How many look-ups an official opened since a moment. */
    long since(Actor official, Instant since) {
        return jdbc.sql("select count(*) from lookup where official = ? and opened_at >= ?")
                .params(official.ref(), utc(since))
                .query(Long.class)
                .single();
    }

    /** Those of a month, the newest first, from before one of them. */
    List<Lookup> ofMonth(
            YearMonth month, @Nullable String official, @Nullable Lookup before, int most) {
        Instant below = before == null ? end(month) : before.openedAt();
        UUID key = before == null ? new UUID(0, 0) : before.id();
        return jdbc.sql(
                        "select * from lookup where opened_at >= :start"
                                + " and (opened_at < :below or opened_at = :below and id < :key)"
                                + " and (:official = '' or official = :official)"
                                + " order by opened_at desc, id desc limit :most")
                .param("start", utc(start(month)))
                .param("below", utc(below))
                .param("key", key)
                .param("official", official == null ? "" : official)
                .param("most", most)
                .query(LookupRows::lookup)
                .list();
    }

    /** What each official did in a month, those who looked most first. */
    List<Sum> sums(YearMonth month) {
        return jdbc.sql(
                        "select official, count(*) as lookups,"
                                + " sum(case when namesake then 1 else 0 end) as namesakes"
                                + " from lookup where opened_at >= ? and opened_at < ?"
                                + " group by official order by lookups desc, official")
                .params(utc(start(month)), utc(end(month)))
                .query((row, number) -> new Sum(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    Optional<Lookup> find(UUID id) {
        return jdbc.sql("select * from lookup where id = ?")
                .param(id)
                .query(LookupRows::lookup)
                .optional();
    }

    private static Lookup lookup(ResultSet row, int number) throws SQLException {
        return new Lookup(
                row.getObject("id", UUID.class),
                new CitizenId(row.getObject("citizen_id", UUID.class)),
                row.getString("official"),
                row.getString("role"),
                LookupReason.of(row.getString("reason")).orElseThrow(),
                row.getBoolean("namesake"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("open_until", OffsetDateTime.class).toInstant(),
                row.getInt("citizen_version"));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(SEOUL).toInstant();
    }

    private static Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
