package city.dure.ownshop;

import city.dure.storefronts.OpeningHours;
import city.dure.storefronts.OpeningHours.Span;
import city.dure.storefronts.Storefront;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Opening hours as typed.
 *
 * @param operation makes it count once
 * @param version the hours that were shown
 * @param days Monday first
 * @param holidays whether it stays closed on public holidays
 */
record HoursForm(
        UUID operation,
        int version,
        List<Day> days,
        @Nullable String restFrom,
        @Nullable String restUntil,
        @Nullable Boolean holidays) {
    private static final List<Day> WEEK =
            Arrays.stream(DayOfWeek.values()).map(day -> Day.of(null)).toList();

    /** A form that was sent by hand may lack days. */
    HoursForm {
        days = days != null && days.size() == WEEK.size() ? days : WEEK;
    }

    /**
     * One day of the week.
     *
     * @param open whether the shop opens on it
     */
    record Day(@Nullable Boolean open, @Nullable String from, @Nullable String until) {
        static Day of(@Nullable Span span) {
            return span == null
                    ? new Day(false, "", "")
                    : new Day(true, span.from().toString(), span.until().toString());
        }

        boolean opens() {
            return Boolean.TRUE.equals(open);
        }

        /** Whether somebody typed times, and did not only find them there. */
        boolean isTyped(@Nullable OpeningHours kept, DayOfWeek day) {
            Span span = kept == null ? null : kept.days().get(day);
            return !equals(new Day(open, of(span).from, of(span).until))
                    && !(blank(from) && blank(until));
        }
    }

    static HoursForm of(Storefront front) {
        OpeningHours hours = front.hours();
        Span rest = hours == null ? null : hours.rest();
        return new HoursForm(
                UUID.randomUUID(),
                front.version(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Day.of(hours == null ? null : hours.days().get(day)))
                        .toList(),
                rest == null ? "" : rest.from().toString(),
                rest == null ? "" : rest.until().toString(),
                hours != null && hours.closedOnHolidays());
    }

    /** The same as typed, on the version that holds now. */
    HoursForm at(int present) {
        return new HoursForm(operation, present, days, restFrom, restUntil, holidays);
    }

    /**
     * The hours, or null with a sentence at each field that is wrong.
     *
     * @param kept what is stored: its times may stay beside a day that is no longer ticked
     * @param seen whether that is what was shown; else nobody can say which times were typed
     */
    @Nullable OpeningHours read(Errors errors, @Nullable OpeningHours kept, boolean seen) {
        var week = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).opens()) {
                put(week, i, days.get(i), errors);
            } else if (seen && days.get(i).isTyped(kept, DayOfWeek.of(i + 1))) {
                errors.rejectValue("days[" + i + "].open", "ownshop.hours.unticked");
            }
        }
        if (!errors.hasErrors() && week.isEmpty()) {
            errors.rejectValue("days[0].open", "ownshop.hours.never");
        }
        Span rest = rest(errors);
        if (rest != null && week.values().stream().anyMatch(span -> span.within(rest))) {
            errors.rejectValue("restFrom", "ownshop.hours.rest.whole");
        }
        return errors.hasErrors()
                ? null
                : new OpeningHours(week, rest, Boolean.TRUE.equals(holidays));
    }

    private static void put(EnumMap<DayOfWeek, Span> week, int i, Day day, Errors errors) {
        LocalTime from = time(day.from());
        LocalTime until = time(day.until());
        if (from == null) {
            errors.rejectValue("days[" + i + "].from", "ownshop.hours.from.wrong");
        }
        if (until == null) {
            errors.rejectValue("days[" + i + "].until", "ownshop.hours.until.wrong");
        }
        if (from != null && until != null) {
            week.put(DayOfWeek.of(i + 1), new Span(from, until));
        }
    }

    private @Nullable Span rest(Errors errors) {
        LocalTime from = time(restFrom);
        LocalTime until = time(restUntil);
        boolean none = blank(restFrom) && blank(restUntil);
        if (!none && (from == null || until == null || !from.isBefore(until))) {
            errors.rejectValue("restFrom", "ownshop.hours.rest.wrong");
        }
        return from == null || until == null ? null : new Span(from, until);
    }

    private static @Nullable LocalTime time(@Nullable String typed) {
        try {
            return typed == null ? null : LocalTime.parse(typed.strip()).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            return null; // told at the field
        }
    }

    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
