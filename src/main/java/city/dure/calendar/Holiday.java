package city.dure.calendar;

import java.time.LocalDate;

/** A public holiday, or a day on which it is made up for; two of one day share a name. */
public record Holiday(LocalDate day, String name) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Whether holidays of this year are kept; one further away is a slip of the pen. */
    static boolean isNear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
