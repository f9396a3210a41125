package city.dure.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** The day on which somebody was born. */
public record BirthDate(LocalDate day) implements Personal {
    /** Nobody has become older than 122 so far. */
    private static final int OLDEST = 125;

    /** The day that was typed as {@code 1985-03-01}; empty when it is none. */
    public static Optional<BirthDate> read(String typed) {
        try {
            return Optional.of(new BirthDate(LocalDate.parse(typed.strip())));
        } catch (DateTimeException e) {
            return Optional.empty(); // told at the field
        }
    }

    /** Whether somebody alive on a day can have been born on this one. */
    public boolean possibleOn(LocalDate today) {
        return !day.isAfter(today) && ageOn(today) <= OLDEST;
    }

    /**
     * Full years on a day, as Korean law counts them since 2023-06-28 (Administrative Basic Act,
     * article 7-2): who was born on a 29 February is a year older on 1 March of common years.
     */
    public int ageOn(LocalDate date) {
        return Period.between(day, date).getYears();
    }

    /** {@code 1985-03-01}. */
    @Override
    public String plain() {
        return day.toString();
    }

    /** {@code 1985-**-**}. */
    @Override
    public String masked() {
        return day.getYear() + "-**-**";
    }

    @Override
    public String toString() {
        return masked();
    }
}
