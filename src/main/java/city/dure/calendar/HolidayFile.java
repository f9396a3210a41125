package city.dure.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    static final int MOST_DAYS = 300;

    private static final int LONGEST_NAME = 100;
    private static final Pattern DAY =
            Pattern.compile("\\s*(\\d{4})[-./년 ]*(\\d{1,2})[-./월 ]*(\\d{1,2})[.일]?\\s*");

    /** One line of a list, before those of one day are joined. */
    record Line(long number, @Nullable LocalDate day, String name) {}

    /**
     * Reads a file.
     *
     * @throws HolidaysRefused when a line of it says no day, one far away or no name, or there are
     *     too many
     * @throws city.dure.uploads.UploadRefused when it is no table at all
     */
    static HolidayFile read(byte[] file) throws IOException {
        String start = new String(file, 0, Math.min(file.length, 100), StandardCharsets.UTF_8);
        return of(
                start.contains("BEGIN:VCALENDAR")
                        ? HolidayCalendar.read(file)
                        : HolidayTable.read(file));
    }

    /** The names by day. */
    SortedMap<LocalDate, String> byDay() {
        return Holidays.byDay(holidays);
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
