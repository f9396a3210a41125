package city.dure.access;

import city.dure.access.Access.What;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who signed in, failed to, went, or opened closed entries, and from which network. */
@Service
@Transactional
public class AccessLog {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int ABOUT = 300;
    private static final String SELECT =
            "select id, at, last_at, what, who, place, times, about, whom,"
                    + " reason from access_log ";

    private final JdbcClient jdbc;
    private final KeyedHash hash;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, KeyedHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.clock = clock;
    }

    /** Somebody came in. */
    public void signedIn(String account, String address) {
        one(What.SIGNED_IN, account, address);
    }

    /** Somebody left. */
    public void signedOut(String account, String address) {
        one(What.SIGNED_OUT, account, address);
    }

    /**
     * Somebody read what closed entries of the ledger say.
     *
     * @param about the address that showed them, with what was looked for
     * @param entries how many there were
     */
    public void opened(String account, String address, String about, int entries) {
        String kept = about.substring(0, Math.min(about.length(), ABOUT));
        insert(What.OPENED, account, Networks.of(address), entries, null, kept);
    }

    /**
     * An official looked for citizens, or saw data of one.
     *
     * @param address all of it, as the notice on safety measures asks for where officials look
     * @param fields which data, or by what was searched
     * @param whom whose; null for a search
     * @param times how many were found, or 1
     */
    public void looked(
            What what,
            Actor official,
            String address,
            String fields,
            @Nullable String whom,
            String reason,
            int times) {
        jdbc.sql(
                        "insert into access_log (at, last_at, what, who, place, times, about, whom,"
                                + " reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(now(), now(), what.code(), official.ref(), address, times, fields)
                .param(whom)
                .param(reason)
                .update();
    }

    /** Forgets lines older than two years, as long as the law has them kept; digests stay. */
    void sweep() {
        var before = clock.instant().atZone(SEOUL).minusYears(2).toOffsetDateTime();
        jdbc.sql("delete from access_log where at < ?").param(before).update();
    }

    /**
     * Who saw somebody's data, newest first.
     *
     * @param whom the references under which that person is known
     */
    @Transactional(readOnly = true)
    public Page<Access> about(Collection<String> whom, @Nullable Long before, int size) {
        return paged(
                jdbc.sql(
                                SELECT
                                        + "where whom in (:whom) and id < :key order by id desc limit :most")
                        .param("whom", whom)
                        .param("key", key(before))
                        .param("most", size + 1)
                        .query(AccessLog::row)
                        .list(),
                size);
    }

    /** A name and password did not fit; the name is kept as a keyed hash only. */
    public void failed(String typedName, String address) {
        counted(What.FAILED, typedName, address);
    }

    /** A try was turned away because there were too many before it. */
    public void slowed(String typedName, String address) {
        counted(What.SLOWED, typedName, address);
    }

    /** The newest lines, or those before a key; of one account, or of all. */
    @Transactional(readOnly = true)
    public Page<Access> page(@Nullable String account, @Nullable Long before, int size) {
        long key = key(before);
        var rows =
                (account == null
                                ? jdbc.sql(SELECT + "where id < ? order by id desc limit ?")
                                        .params(key, size + 1)
                                : jdbc.sql(
                                                SELECT
                                                        + "where who = ? and id < ?"
                                                        + " order by who desc, id desc limit ?")
                                        .params(account, key, size + 1))
                        .query(AccessLog::row)
                        .list();
        return paged(rows, size);
    }

    /** The newest lines that began on a day of the city, or those before a key. */
    @Transactional(readOnly = true)
    public Page<Access> page(LocalDate day, @Nullable What what, @Nullable Long before, int size) {
        String code = what == null ? "" : what.code();
        return paged(
                jdbc.sql(
                                SELECT
                                        + "where at >= ? and at < ? and (? = '' or what = ?)"
                                        + " and id < ? order by id desc limit ?")
                        .params(
                                start(day),
                                start(day.plusDays(1)),
                                code,
                                code,
                                key(before),
                                size + 1)
                        .query(AccessLog::row)
                        .list(),
                size);
    }

    /** All lines that began on a day of the city, oldest first. */
    @Transactional(readOnly = true)
    public List<Access> ofDay(LocalDate day) {
        return jdbc.sql(SELECT + "where at >= ? and at < ? order by id")
                .params(start(day), start(day.plusDays(1)))
                .query(AccessLog::row)
                .list();
    }

    private static Page<Access> paged(List<Access> rows, int size) {
        boolean more = rows.size() > size;
        var shown = more ? rows.subList(0, size) : rows;
        return new Page<>(shown, more ? String.valueOf(shown.getLast().id()) : null);
    }

    private static long key(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(SEOUL).toOffsetDateTime();
    }

    private void one(What what, String account, String address) {
        insert(what, account, Networks.of(address), 1, null, null);
    }

    private void counted(What what, String typedName, String address) {
        String who = "n-" + hash.of("access.names", typedName).substring(0, 26);
        String place = Networks.of(address);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        String bucket = String.join(" ", hour.toString(), what.code(), who, place);
        insert(what, who, place, 0, bucket, null);
        jdbc.sql("update access_log set times = times + 1, last_at = ? where bucket = ?")
                .params(now(), bucket)
                .update();
    }

    private void insert(
            What what,
            String who,
            String place,
            int times,
            @Nullable String bucket,
            @Nullable String about) {
        jdbc.sql(
                        "insert into access_log"
                                + " (at, last_at, what, who, place, times, bucket, about)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(now(), now(), what.code(), who, place, times)
                .param(bucket)
                .param(about)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Access row(ResultSet row, int number) throws SQLException {
        return new Access(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                What.valueOf(
                        row.getString("what").replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
                row.getString("who"),
                row.getString("place"),
                row.getInt("times"),
                row.getString("about"),
                row.getString("whom"),
                row.getString("reason"));
    }
}
