package city.dure.calendar;

import city.dure.calendar.HolidayFile.Line;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of a calendar (iCalendar, RFC 5545) that last whole days, read line by line. */
final class HolidayCalendar {
    private static final String DAY = "\\d{8}\\s*";

    private final List<Line> days = new ArrayList<>();
    private @Nullable Event event;

    private HolidayCalendar() {}

    /**
     * The days of its events; not many more than are taken at all.
     *
     * @throws HolidaysRefused when an event repeats itself
     */
    static List<Line> read(byte[] file) {
        var calendar = new HolidayCalendar();
        long number = 0;
        for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
            calendar.take(++number, line);
            if (calendar.days.size() > HolidayFile.MOST_DAYS) {
                break; // too many already
            }
        }
        return calendar.days;
    }

    private void take(long number, String line) {
        Event open = event;
        if (line.startsWith("BEGIN:VEVENT")) {
            event = new Event(number);
        } else if (open != null && line.startsWith("END:VEVENT")) {
            days.addAll(open.days());
            event = null;
        } else if (open != null) {
            open.add(number, line);
        }
    }

    private static final class Event {
        private final List<String> properties = new ArrayList<>();
        private long number;

        Event(long number) {
            this.number = number;
        }

        /** A long line goes on after a line end and a blank: section 3.1. */
        void add(long at, String line) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn && !properties.isEmpty()) {
                properties.add(properties.removeLast() + line.substring(1));
            } else {
                number = line.startsWith("DTSTART") ? at : number;
                properties.add(line);
            }
        }

        /** The end of an event is the day after its last one: section 3.6.1. */
        List<Line> days() {
            if (value("RRULE").isPresent() || value("RDATE").isPresent()) {
                throw new HolidaysRefused("calendar.file.repeats", number);
            }
            String name = value("SUMMARY").orElse("").replace("\\", "");
            LocalDate first = day("DTSTART").orElse(null);
            if (first == null) {
                return List.of(new Line(number, null, name));
            }
            LocalDate end = day("DTEND").filter(first::isBefore).orElse(first.plusDays(1));
            return first.datesUntil(end)
                    .limit(HolidayFile.MOST_DAYS + 1L)
                    .map(each -> new Line(number, each, name))
                    .toList();
        }

        private Optional<LocalDate> day(String property) {
            return value(property).filter(text -> text.matches(DAY)).flatMap(HolidayFile::day);
        }

        /** What follows the colon; parameters may stand before it. */
        private Optional<String> value(String property) {
            return properties.stream()
                    .filter(line ->
                            line.startsWith(property + ":") || line.startsWith(property + ";"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1));
        }
    }
}
