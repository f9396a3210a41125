package city.dure.money;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a citizen did in the month and on the day that a date is in, in won.
 *
 * @param discounted on how much of what was loaded the city gave its bonus
 */
record Usage(LocalDate day, long loaded, long discounted, long paidMonth, long paidDay) {
    static Usage none(LocalDate today) {
        return new Usage(today, 0, 0, 0, 0);
    }

    /** The same as it counts today: what was in a month or on a day before is over. */
    Usage on(LocalDate today) {
        if (today.isBefore(day)) {
            return this; // A clock was set back: what was done counts all the same
        }
        if (!YearMonth.from(day).equals(YearMonth.from(today))) {
            return none(today);
        }
        return day.equals(today) ? this : new Usage(today, loaded, discounted, paidMonth, 0);
    }

    Usage loading(long amount, long withBonus) {
        return new Usage(day, loaded + amount, discounted + withBonus, paidMonth, paidDay);
    }

    /** What was paid on a day was given back. */
    Usage givenBack(long amount, LocalDate paidOn) {
        long month = YearMonth.from(paidOn).equals(YearMonth.from(day)) ? amount : 0;
        long today = paidOn.equals(day) ? amount : 0;
        return new Usage(
                day,
                loaded,
                discounted,
                Math.max(0, paidMonth - month),
                Math.max(0, paidDay - today));
    }

    /** The same with what another wallet of the same person did. */
    Usage with(Usage other) {
        return new Usage(
                day,
                loaded + other.loaded,
                discounted + other.discounted,
                paidMonth + other.paidMonth,
                paidDay + other.paidDay);
    }

    Usage paying(long amount) {
        return new Usage(day, loaded, discounted, paidMonth + amount, paidDay + amount);
    }
}
