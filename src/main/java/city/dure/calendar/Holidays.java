package city.dure.calendar;

import city.dure.city.City;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public holidays of the city and the arithmetic of business days: Monday to Friday without
 * them (행정기본법 제6조, 관공서의 공휴일에 관한 규정). Days are those of Asia/Seoul.
 */
@Service
@Transactional
public class Holidays {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** No row of business days is interrupted for longer than this. */
    private static final int LONGEST_BREAK = 30;

    private final JdbcClient jdbc;
    private final City city;
    private final Ledger ledger;
    private final Clock clock;

    Holidays(JdbcClient jdbc, City city, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.city = city;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What became of a list; no receipt where it changed nothing. */
    record Change(Difference difference, Optional<LedgerReceipt> receipt) {}

    /** Whether the holidays of a year are known; else only its weekends are. */
    @Transactional(readOnly = true)
    public boolean knows(Year year) {
        return !of(year).isEmpty();
    }

    /** The holidays of a year in their order. */
    @Transactional(readOnly = true)
    public List<Holiday> of(Year year) {
        return between(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /** Whether offices and banks work on a day. */
    @Transactional(readOnly = true)
    public boolean isBusinessDay(LocalDate day) {
        return isWorked(day, days(between(day, day)));
    }

    /** Whether a day is a public holiday. */
    @Transactional(readOnly = true)
    public boolean isHoliday(LocalDate day) {
        return !between(day, day).isEmpty();
    }

    /**
     * The business day so many business days after a day: with 0 the day itself or the next one
     * that is worked.
     *
     * @param count 0 or more
     */
    @Transactional(readOnly = true)
    public LocalDate after(LocalDate day, int count) {
        var free = days(between(day, day.plusDays(2L * count + LONGEST_BREAK)));
        LocalDate reached = day;
        int left = count;
        while (left > 0 || !isWorked(reached, free)) {
            reached = reached.plusDays(1);
            left -= isWorked(reached, free) && left > 0 ? 1 : 0;
        }
        return reached;
    }

    /** The years of which holidays are known, in their order. */
    @Transactional(readOnly = true)
    List<Integer> years() {
        return jdbc.sql(
                        "select distinct extract(year from holiday) from city_holiday"
                                + " where gone_at is null order by 1")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** What would change if a list were taken in place of what is known of its years. */
    @Transactional(readOnly = true)
    Difference difference(SortedMap<LocalDate, String> wanted) {
        var known = new TreeMap<LocalDate, String>();
        int version = 0;
        for (Year year : Difference.years(wanted)) {
            known.putAll(byDay(of(year)));
            version += changes(year);
        }
        return new Difference(version, known, wanted);
    }

    /**
     * Takes a list in place of what is known of its years.
     *
     * @param seenVersion the version of the difference that was shown
     * @throws Conflict.Changed when the holidays of its years changed since
     */
    Change replace(
            Actor actor, SortedMap<LocalDate, String> list, int seenVersion, String fileSha256) {
        lock();
        Difference difference = difference(list);
        if (difference.version() != seenVersion) {
            throw new Conflict.Changed("calendar.check.changed");
        }
        return new Change(
                difference, change(actor, difference.added(), difference.removed(), fileSha256));
    }

    /**
     * Makes a day a holiday.
     *
     * @throws Conflict when it is one
     */
    LedgerReceipt add(Actor actor, Holiday holiday) {
        lock();
        if (!between(holiday.day(), holiday.day()).isEmpty()) {
            throw new Conflict("calendar.conflict.known");
        }
        return change(actor, byDay(List.of(holiday)), Map.of(), null).orElseThrow();
    }

    /**
     * Makes a day none any more.
     *
     * @throws Conflict.Changed when it is none
     */
    LedgerReceipt remove(Actor actor, LocalDate day) {
        lock();
        var known = between(day, day);
        if (known.isEmpty()) {
            throw new Conflict.Changed("calendar.conflict.gone");
        }
        return change(actor, Map.of(), byDay(known), null).orElseThrow();
    }

    private Optional<LedgerReceipt> change(
            Actor actor,
            Map<LocalDate, String> added,
            Map<LocalDate, String> removed,
            @Nullable String fileSha256) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        removed.keySet()
                .forEach(day ->
                        jdbc.sql(
                                        "update city_holiday set gone_at = ? where holiday = ?"
                                                + " and gone_at is null")
                                .params(now, day)
                                .update());
        added.forEach((day, name) ->
                jdbc.sql("insert into city_holiday (holiday, since, name) values (?, ?, ?)")
                        .params(day, now, name)
                        .update());
        if (added.isEmpty() && removed.isEmpty()) {
            return Optional.empty();
        }
        var event =
                new HolidaysChanged(
                        city.profile().id(),
                        days(added, day -> !removed.containsKey(day)),
                        days(removed, day -> !added.containsKey(day)),
                        days(added, removed::containsKey),
                        fileSha256);
        return Optional.of(ledger.record(actor, event));
    }

    /** How often holidays of a year came or went. */
    private int changes(Year year) {
        return jdbc.sql(
                        "select count(*) + count(gone_at) from city_holiday"
                                + " where holiday between ? and ?")
                .params(year.atDay(1), year.atMonth(12).atEndOfMonth())
                .query(Integer.class)
                .single();
    }

    /** One change after the other. */
    private void lock() {
        jdbc.sql("select version from city_profile where version = 1 for update")
                .query(Integer.class)
                .single();
    }

    private List<Holiday> between(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        "select holiday, name from city_holiday where holiday between ? and ?"
                                + " and gone_at is null order by holiday")
                .params(first, last)
                .query(Holidays::holiday)
                .list();
    }

    private static Holiday holiday(ResultSet row, int number) throws SQLException {
        return new Holiday(row.getObject("holiday", LocalDate.class), row.getString("name"));
    }

    private static boolean isWorked(LocalDate day, Set<LocalDate> free) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !free.contains(day);
    }

    private static Set<LocalDate> days(List<Holiday> holidays) {
        return holidays.stream().map(Holiday::day).collect(Collectors.toSet());
    }

    /** Their names by day. */
    static SortedMap<LocalDate, String> byDay(Collection<Holiday> holidays) {
        var days = new TreeMap<LocalDate, String>();
        holidays.forEach(holiday -> days.put(holiday.day(), holiday.name()));
        return days;
    }

    private static List<String> days(Map<LocalDate, String> these, Predicate<LocalDate> which) {
        return these.keySet().stream().filter(which).sorted().map(LocalDate::toString).toList();
    }
}
