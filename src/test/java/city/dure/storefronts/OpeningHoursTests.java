package city.dure.storefronts;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.storefronts.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday 2026-05-04 to the holiday on Tuesday, 2026-05-05. */
class OpeningHoursTests {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 5, 5);

    @ParameterizedTest
    @CsvSource({
        "09:00, 18:00, 00:00, 23:59, true",
        "09:00, 18:00, 09:00, 18:00, true",
        "09:00, 18:00, 09:01, 18:00, false",
        "09:00, 13:00, 12:00, 13:00, false",
        "18:00, 02:00, 00:00, 23:59, true",
        "18:00, 02:00, 00:00, 23:58, false"
    })
    void isNeverOpenWhereABreakCoversTheDay(
            String from, String until, String rest, String end, boolean never) {
        assertThat(span(from, until).within(span(rest, end))).isEqualTo(never);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T08:59, false",
        "2026-05-04T09:00, true",
        "2026-05-04T14:59, true",
        "2026-05-04T15:00, false",
        "2026-05-04T16:00, true",
        "2026-05-04T17:59, true",
        "2026-05-04T18:00, false",
        "2026-05-03T12:00, false"
    })
    void opensOnItsDaysAndRests(LocalDateTime moment, boolean open) {
        var hours = hours(DayOfWeek.MONDAY, "09:00", "18:00", span("15:00", "16:00"), false);
        assertThat(hours.openAt(moment, HOLIDAY::equals)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T17:59, false",
        "2026-05-04T23:59, true",
        "2026-05-05T01:59, true",
        "2026-05-05T02:00, false",
        "2026-05-05T18:30, false"
    })
    void countsANightToTheDayOnWhichItBegan(LocalDateTime moment, boolean open) {
        var hours = hours(DayOfWeek.MONDAY, "18:00", "02:00", null, true);
        assertThat(hours.openAt(moment, HOLIDAY::equals)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-05T00:30, true", "2026-05-05T12:00, true", "2026-05-06T00:00, false"})
    void isOpenAllDayWhenItClosesWhenItOpens(LocalDateTime moment, boolean open) {
        var hours = hours(DayOfWeek.TUESDAY, "00:00", "00:00", null, false);
        assertThat(hours.openAt(moment, HOLIDAY::equals)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void staysClosedOnHolidaysWhenItSaysSo(boolean closedOnHolidays, boolean open) {
        var hours = hours(DayOfWeek.TUESDAY, "09:00", "18:00", null, closedOnHolidays);
        assertThat(hours.openAt(HOLIDAY.atTime(12, 0), HOLIDAY::equals)).isEqualTo(open);
    }

    private static OpeningHours hours(
            DayOfWeek day, String from, String until, @Nullable Span rest, boolean holidays) {
        return new OpeningHours(Map.of(day, span(from, until)), rest, holidays);
    }

    private static Span span(String from, String until) {
        return new Span(LocalTime.parse(from), LocalTime.parse(until));
    }
}
