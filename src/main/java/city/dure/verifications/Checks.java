package city.dure.verifications;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.verification.Damage;
import city.dure.verification.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The checks of the ledger, of which one is under way at a time, on whichever instance. */
@Service
@Transactional
class Checks {
    private static final int TOLD = 16_000;

    /** Whoever gave no sign of life for a minute is gone; it gives one every second. */
    private static final String SILENT =
            " state = 'RUNNING' and beat_at < current_timestamp - interval '60' second";

    // Who runs it may be gone without having said so; until the next begins, the page must not
    // tell that it goes on.
    private static final String NOW = "case when" + SILENT + " then 'BROKEN' else state end";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final Clock clock;

    Checks(JdbcClient jdbc, Ledger ledger, LedgerEntries entries, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * A check that was asked for.
     *
     * @param fresh whether it has yet to be run; otherwise one was under way already
     */
    record Begun(long number, boolean fresh) {}

    /** Begins a check, unless one is under way; what broke off is then told to have done so. */
    @Transactional(propagation = Propagation.MANDATORY)
    Begun begin(Actor actor) {
        jdbc.sql("select id from ledger_check_turn for update").query(Long.class).single();
        jdbc.sql("update ledger_check set state = 'BROKEN' where" + SILENT).update();
        return jdbc.sql("select number from ledger_check where state = 'RUNNING'")
                .query(Long.class)
                .optional()
                .map(number -> new Begun(number, false))
                .orElseGet(() -> new Begun(insert(actor), true));
    }

    private long insert(Actor actor) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into ledger_check (begun_at, begun_by, state, size, checked,"
                                + " beat_at, damages, told, replayed)"
                                + " values (?, ?, 'RUNNING', ?, 0, current_timestamp, 0, '', '')")
                .params(now(), actor.ref(), entries.size())
                .update(key, "number");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** Says how far a check is; false when it is no longer under way. */
    boolean beat(long number, long checked) {
        return jdbc.sql(
                                "update ledger_check set checked = ?, beat_at = current_timestamp"
                                        + " where number = ? and state = 'RUNNING'")
                        .params(checked, number)
                        .update()
                > 0;
    }

    /** Says that a check came to nothing. */
    void breakOff(long number) {
        jdbc.sql(
                        "update ledger_check set state = 'BROKEN', ended_at = ?"
                                + " where number = ? and state = 'RUNNING'")
                .params(now(), number)
                .update();
    }

    /** Records what a check found, unless it was said to have broken off meanwhile. */
    void end(Actor actor, long number, Report report) {
        var found = LedgerVerified.of(report);
        int ended =
                jdbc.sql(
                                "update ledger_check set state = ?, size = ?, checked = ?,"
                                        + " ended_at = ?, damages = ?, told = ?, replayed = ?"
                                        + " where number = ? and state = 'RUNNING'")
                        .params(
                                found.finding().name(),
                                report.size(),
                                report.size(),
                                now(),
                                report.damageCount(),
                                told(report),
                                lines(found.replayed()),
                                number)
                        .update();
        if (ended > 0) {
            UUID entry = ledger.record(actor, found).entry();
            jdbc.sql("update ledger_check set entry_id = ? where number = ?")
                    .params(entry, number)
                    .update();
        }
    }

    /** One check, if there is such a one. */
    @Transactional(readOnly = true)
    Optional<Check> find(long number) {
        return jdbc.sql(select("where number = ?")).param(number).query(Checks::check).optional();
    }

    /** The check that is under way. */
    @Transactional(readOnly = true)
    Optional<Check> running() {
        return jdbc.sql(select("where state = 'RUNNING' order by number desc limit 1"))
                .query(Checks::check)
                .optional()
                .filter(Check::running);
    }

    /** Checks, newest first; of one state alone, where one is given. */
    @Transactional(readOnly = true)
    Page<Check> page(Check.@Nullable State state, @Nullable Long after, int size) {
        String now = state == null ? "" : " and (" + NOW + ") = '" + state.name() + "'";
        var rows =
                jdbc.sql(select("where number < ?" + now + " order by number desc limit ?"))
                        .params(after == null ? Long.MAX_VALUE : after, size + 1)
                        .query(Checks::check)
                        .list();
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, size), Long.toString(rows.get(size - 1).number()));
    }

    private static String select(String where) {
        return "select number, begun_at, begun_by, "
                + NOW
                + " as now, size, checked, ended_at, damages, told,"
                + " replayed, entry_id from ledger_check "
                + where;
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Check(
                row.getLong("number"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("begun_by"),
                Check.State.valueOf(row.getString("now")),
                row.getLong("size"),
                row.getLong("checked"),
                ended == null ? null : ended.toInstant(),
                row.getLong("damages"),
                row.getString("told").lines().map(Check.Found::parse).toList(),
                map(row.getString("replayed")),
                row.getObject("entry_id", UUID.class));
    }

    /** As many as there is room for. */
    private static String told(Report report) {
        var told = new StringBuilder();
        for (Damage damage : report.damages()) {
            String line = Check.Found.of(damage).line() + "\n";
            if (told.length() + line.length() <= TOLD) {
                told.append(line);
            }
        }
        return told.toString();
    }

    private static String lines(Map<String, String> replayed) {
        return replayed.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> map(String lines) {
        var map = new TreeMap<String, String>();
        lines.lines().map(line -> line.split("=", 2)).forEach(each -> map.put(each[0], each[1]));
        return map;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
