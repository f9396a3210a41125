package city.dure.storefronts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a shop is open, in the city's time.
 *
 * @param days the days on which it opens
 * @param rest a break of every day, if it makes one
 * @param closedOnHolidays whether it stays closed on public holidays, whatever their weekday
 */
public record OpeningHours(
        Map<DayOfWeek, Span> days, @Nullable Span rest, boolean closedOnHolidays) {
    /**
     * From a time of one day up to, without it, a time of that day or, when that is no later, of
     * the next.
     */
    public record Span(LocalTime from, LocalTime until) {
        private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

        /** Whether it reaches into the next day. */
        public boolean overnight() {
            return !until.isAfter(from);
        }

        /** Whether a break of every day leaves nothing of it. */
        public boolean within(Span rest) {
            return overnight()
                    ? rest.from.equals(LocalTime.MIN) && rest.until.equals(LAST_MINUTE)
                    : !from.isBefore(rest.from) && !until.isAfter(rest.until);
        }

        @Override
        public String toString() {
            return from + "–" + until;
        }

        private boolean holds(LocalDate begun, LocalDateTime moment) {
            LocalDateTime end = begun.plusDays(overnight() ? 1 : 0).atTime(until);
            return !moment.isBefore(begun.atTime(from)) && moment.isBefore(end);
        }
    }

    /** Whether it is open at a moment; a night belongs to the day on which it began. */
    public boolean openAt(LocalDateTime moment, Predicate<LocalDate> holidays) {
        LocalDate today = moment.toLocalDate();
        return openSince(today, moment, holidays)
                || openSince(today.minusDays(1), moment, holidays);
    }

    private boolean openSince(
            LocalDate begun, LocalDateTime moment, Predicate<LocalDate> holidays) {
        Span span = days.get(begun.getDayOfWeek());
        return span != null
                && span.holds(begun, moment)
                && !(closedOnHolidays && holidays.test(begun))
                && !resting(begun, moment);
    }

    private boolean resting(LocalDate begun, LocalDateTime moment) {
        return rest != null && (rest.holds(begun, moment) || rest.holds(begun.plusDays(1), moment));
    }
}
