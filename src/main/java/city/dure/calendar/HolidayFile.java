package city.dure.calendar;

import city.dure.uploads.TableRow;
import city.dure.uploads.UploadInspector;
import city.dure.uploads.UploadedTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of holidays: a table (CSV) with a column of days and one of names, or a calendar
 * (iCalendar, RFC 5545) of whole days.
 *
 * @param holidays in the order of their days; two of one day are one with both names
 * @param repeats how many rows said again what another one had said
 */
record HolidayFile(List<Holiday> holidays, int repeats) {
    /** The largest file taken, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    /** So many fit into one entry of the ledger. */
    private static final int MOST_DAYS = 300;

    private static final int LONGEST_NAME = 100;
    private static final Pattern DAY =
            Pattern.compile("\\s*(\\d{4})[-./년 ]*(\\d{1,2})[-./월 ]*(\\d{1,2})[.일]?\\s*");
    private static final Pattern EVENT =
            Pattern.compile("^BEGIN:VEVENT\\R(.*?)^END:VEVENT", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern START =
            Pattern.compile("^DTSTART(?:;[^:\\r\\n]*)?:(\\d{8})\\s*$", Pattern.MULTILINE);
    private static final Pattern END =
            Pattern.compile("^DTEND(?:;[^:\\r\\n]*)?:(\\d{8})\\s*$", Pattern.MULTILINE);
    private static final Pattern REPEATS =
            Pattern.compile("^R(?:RULE|DATE)[;:]", Pattern.MULTILINE);
    private static final Pattern SUMMARY =
            Pattern.compile("^SUMMARY(?:;[^:\\r\\n]*)?:(.*)$", Pattern.MULTILINE);

    /** One line of a list, before those of one day are joined. */
    private record Line(long number, @Nullable LocalDate day, String name) {}

    /**
     * Reads a file.
     *
     * @throws HolidaysRefused when a line of it says no day, one far away or no name, or there are
     *     too many
     * @throws city.dure.uploads.UploadRefused when it is no table at all
     */
    static HolidayFile read(byte[] file) throws IOException {
        String start = new String(file, 0, Math.min(file.length, 100), StandardCharsets.UTF_8);
        return of(start.contains("BEGIN:VCALENDAR") ? calendar(file) : table(file));
    }

    /** The names by day. */
    SortedMap<LocalDate, String> byDay() {
        return Holidays.byDay(holidays);
    }

    private static List<Line> calendar(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        var lines = new ArrayList<Line>();
        var events = EVENT.matcher(text);
        long number = 1;
        for (int told = 0; events.find(); told = events.start()) {
            number += text.substring(told, events.start()).lines().count();
            String event = events.group(1);
            // A long line goes on after a line end and a blank: RFC 5545, section 3.1.
            lines.addAll(days(number + lineOfDay(event), event.replaceAll("\\R[ \\t]", "")));
        }
        return lines;
    }

    /** The line of an event that says when it is; its first one when none does. */
    private static long lineOfDay(String event) {
        int start = event.indexOf("DTSTART");
        return start < 0 ? 0 : 1 + event.substring(0, start).lines().count();
    }

    /** The end of an event is the day after its last one: RFC 5545, section 3.6.1. */
    private static List<Line> days(long number, String event) {
        if (REPEATS.matcher(event).find()) {
            throw new HolidaysRefused("calendar.file.repeats", number);
        }
        String name = first(SUMMARY, event).orElse("").replace("\\", "");
        LocalDate day = first(START, event).flatMap(HolidayFile::day).orElse(null);
        if (day == null) {
            return List.of(new Line(number, null, name));
        }
        LocalDate end =
                first(END, event)
                        .flatMap(HolidayFile::day)
                        .filter(day::isBefore)
                        .orElse(day.plusDays(1));
        return day.datesUntil(end)
                .limit(MOST_DAYS + 1L)
                .map(each -> new Line(number, each, name))
                .toList();
    }

    private static List<Line> table(byte[] file) throws IOException {
        UploadedTable table = UploadInspector.inspect(() -> new ByteArrayInputStream(file));
        int days = column(table);
        int names = days == 0 ? 1 : 0;
        var lines = new ArrayList<Line>();
        try (var reader = table.reader(new ByteArrayInputStream(file))) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                lines.add(
                        new Line(row.line(), day(cell(row, days)).orElse(null), cell(row, names)));
            }
        }
        return lines;
    }

    private static int column(UploadedTable table) {
        return IntStream.range(0, table.header().size())
                .filter(i ->
                        table.samples().stream().anyMatch(row -> day(cell(row, i)).isPresent()))
                .findFirst()
                .orElseThrow(() -> new HolidaysRefused("calendar.file.no-days"));
    }

    private static HolidayFile of(List<Line> lines) {
        var days = new TreeMap<LocalDate, String>();
        int repeats = 0;
        for (Line line : lines) {
            String name = line.name().strip();
            if (line.day() == null || name.isEmpty() || name.length() > LONGEST_NAME) {
                throw new HolidaysRefused("calendar.file.line", line.number());
            }
            if (!Holiday.isNear(line.day().getYear())) {
                throw new HolidaysRefused("calendar.file.far", line.number());
            }
            String before = days.get(line.day());
            if (before != null && List.of(before.split(" · ")).contains(name)) {
                repeats++;
            } else {
                days.merge(line.day(), name, (one, other) -> one + " · " + other);
            }
        }
        if (days.isEmpty()) {
            throw new HolidaysRefused("calendar.file.no-days");
        }
        if (days.size() > MOST_DAYS) {
            throw new HolidaysRefused("calendar.file.too-many", MOST_DAYS);
        }
        return new HolidayFile(
                days.entrySet().stream()
                        .map(day -> new Holiday(day.getKey(), shortened(day.getValue())))
                        .toList(),
                repeats);
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String cell(TableRow row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(found -> found.group(1));
    }

    /** A day as lists write it: {@code 2026-01-01}, {@code 2026. 1. 1.}, {@code 20260101}. */
    static Optional<LocalDate> day(String text) {
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 30 February: the line is told
        }
    }
}
