package city.dure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * What the people of a city buy, and when.
 *
 * @param shop part of the only shop's name; empty for any
 * @param category of the shops
 * @param weekday how often from Monday to Friday, on a day
 * @param from the first hour of it, and {@code to} the last
 * @param least what it costs at least, and {@code most} at most, in won
 * @param step what all prices are multiples of, in won
 */
record Habit(
        String shop,
        String category,
        int weekday,
        int saturday,
        int sunday,
        LocalTime from,
        LocalTime to,
        int least,
        int most,
        int step) {
    /** The demo's bakery, whose owner can be entered as; open as its page says. */
    static final String BAKERY = "한들빵집";

    /** The shop of the demo's till. */
    static final String GREENGROCER = "온달과일";

    /** A day in a small city, from the first loaf to the last glass. */
    static final List<Habit> ALL =
            List.of(
                    at(BAKERY, "bakery", "08:05", "10:20", 2_500, 14_500, 500).on(5, 0, 0),
                    at(BAKERY, "bakery", "09:10", "12:30", 3_000, 32_000, 500).on(0, 7, 0),
                    at(BAKERY, "bakery", "16:30", "18:45", 3_200, 24_000, 100).on(2, 3, 0),
                    any("pharmacy", "09:20", "17:50", 3_000, 15_800, 100).on(1, 1, 0),
                    at(GREENGROCER, "market", "09:40", "18:30", 3_900, 38_000, 10).on(1, 2, 2),
                    any("market", "10:00", "13:00", 3_450, 68_000, 10).on(1, 5, 4),
                    any("korean", "11:40", "13:15", 9_000, 36_000, 1_000).on(5, 3, 3),
                    any("snack", "12:00", "18:30", 4_000, 22_000, 500).on(1, 2, 2),
                    any("cafe", "12:40", "16:50", 4_500, 19_500, 500).on(3, 4, 4),
                    any("books", "15:00", "18:20", 8_100, 34_200, 900).on(1, 1, 1),
                    any("mart", "17:00", "20:10", 5_200, 84_000, 10).on(1, 2, 2),
                    any("korean", "18:00", "20:20", 18_000, 96_000, 500).on(2, 4, 3),
                    any("pub", "19:00", "21:30", 21_000, 78_000, 1_000).on(1, 1, 0));

    private static Habit any(
            String category, String from, String to, int least, int most, int step) {
        return at("", category, from, to, least, most, step);
    }

    private static Habit at(
            String shop, String category, String from, String to, int least, int most, int step) {
        var begin = LocalTime.parse(from);
        return new Habit(shop, category, 0, 0, 0, begin, LocalTime.parse(to), least, most, step);
    }

    private Habit on(int onWeekday, int onSaturday, int onSunday) {
        return new Habit(
                shop, category, onWeekday, onSaturday, onSunday, from, to, least, most, step);
    }

    /** How often on such a day. */
    int times(DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
            default -> weekday;
        };
    }
}
