package city.dure.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days and months as the city counts them. */
public final class Days {
    /** Where the city is. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private Days() {}

    /** The day of a moment. */
    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, SEOUL);
    }

    /** The month of a moment. */
    public static YearMonth month(Instant moment) {
        return YearMonth.from(of(moment));
    }

    /**
     * The first moment after the day so many months later: a day that is named can be used whole.
     */
    public static Instant endAfter(Instant moment, int months) {
        return of(moment).plusMonths(months).plusDays(1).atStartOfDay(SEOUL).toInstant();
    }
}
