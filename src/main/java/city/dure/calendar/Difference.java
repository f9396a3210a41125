package city.dure.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a list would do to the holidays of its years.
 *
 * @param version counts the changes of those years up to now
 * @param known the names of their holidays by day
 * @param wanted what the list says
 */
record Difference(
        int version, SortedMap<LocalDate, String> known, SortedMap<LocalDate, String> wanted) {
    /** A holiday that stays one under another name. */
    record Renamed(LocalDate day, String before, String after) {}

    /** The years of these days, in their order. */
    static List<Year> years(SortedMap<LocalDate, String> days) {
        return days.keySet().stream().map(Year::from).distinct().toList();
    }

    /** The same, year by year. */
    public List<OfYear> years() {
        return years(wanted).stream()
                .map(year -> new OfYear(year.getValue(), part(known, year), part(wanted, year)))
                .toList();
    }

    /** Whether the list says what is known. */
    public boolean nothing() {
        return known.equals(wanted);
    }

    /** What would be written: days that come, and the new names of those that stay. */
    Map<LocalDate, String> added() {
        return without(wanted, known);
    }

    /** What would be written off: days that go, and the old names of those that stay. */
    Map<LocalDate, String> removed() {
        return without(known, wanted);
    }

    private static SortedMap<LocalDate, String> part(SortedMap<LocalDate, String> days, Year year) {
        return days.subMap(year.atDay(1), year.plusYears(1).atDay(1));
    }

    private static Map<LocalDate, String> without(
            Map<LocalDate, String> these, Map<LocalDate, String> those) {
        var rest = new TreeMap<>(these);
        rest.entrySet().removeAll(those.entrySet());
        return rest;
    }

    /** What it would do to one year. */
    record OfYear(
            int year, SortedMap<LocalDate, String> known, SortedMap<LocalDate, String> wanted) {
        /** The holidays that would be none any more. */
        public List<Holiday> going() {
            return missing(known, wanted);
        }

        /** The holidays that would be new. */
        public List<Holiday> coming() {
            return missing(wanted, known);
        }

        /** Those that would only get another name. */
        public List<Renamed> renamed() {
            return known.entrySet().stream()
                    .filter(day -> wanted.containsKey(day.getKey()))
                    .map(day ->
                            new Renamed(
                                    day.getKey(),
                                    day.getValue(),
                                    Objects.requireNonNull(wanted.get(day.getKey()))))
                    .filter(day -> !day.before().equals(day.after()))
                    .toList();
        }

        /** How many would stay as they are. */
        public int unchanged() {
            return known.size() - going().size() - renamed().size();
        }

        private static List<Holiday> missing(
                SortedMap<LocalDate, String> these, SortedMap<LocalDate, String> those) {
            return these.entrySet().stream()
                    .filter(day -> !those.containsKey(day.getKey()))
                    .map(day -> new Holiday(day.getKey(), day.getValue()))
                    .toList();
        }
    }
}
