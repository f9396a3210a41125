package city.dure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HolidayFileTests {
    private static final Path REAL = Path.of("..", "shared", "data", "calendar");

    @Test
    void joinsTwoHolidaysOfOneDayAndCountsWhatIsSaidTwice() throws IOException {
        var file = read("날짜,이름\n2025-05-05,어린이날\n2025-05-05,부처님 오신 날\n2025-05-05,어린이날\n");
        assertThat(file.holidays())
                .containsExactly(new Holiday(LocalDate.of(2025, 5, 5), "어린이날 · 부처님 오신 날"));
        assertThat(file.repeats()).isEqualTo(1);
    }

    @Test
    void readsDaysAsListsWriteThem() throws IOException {
        assertThat(read("이름,날짜\n가,2026. 1. 1.\n나,20260301\n다,2026년 5월 5일\n").holidays())
                .extracting(Holiday::day)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 5, 5));
    }

    @Test
    void takesTheFirstLineAsADayWhereItIsOne() throws IOException {
        assertThat(read("2026-01-01,새해\n2026-03-01,삼일절\n").holidays())
                .containsExactly(
                        new Holiday(LocalDate.of(2026, 1, 1), "새해"),
                        new Holiday(LocalDate.of(2026, 3, 1), "삼일절"));
    }

    @Test
    void findsTheNamesAmongOtherColumns() throws IOException {
        var newYear = new Holiday(LocalDate.of(2026, 1, 1), "새해");
        for (String list :
                List.of(
                        "순번,날짜,명칭\n1,2026-01-01,새해\n",
                        "순번,날짜,쉬는 날\n1,2026-01-01,새해\n",
                        "dateName,isHoliday,locdate\n새해,Y,20260101\n",
                        "1,2026-01-01,새해\n2,2026-01-01,새해\n")) {
            assertThat(read(list).holidays()).as(list).containsExactly(newYear);
        }
    }

    @Test
    @Timeout(10)
    void readsACalendarOfManyOpenEventsInNoTime() {
        String open = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(70_000);
        assertThatThrownBy(() -> read(open)).isInstanceOf(HolidaysRefused.class);
        String year = "BEGIN:VEVENT\nDTSTART:20260101\nDTEND:20261231\nSUMMARY:x\nEND:VEVENT\n";
        assertThatThrownBy(() -> read("BEGIN:VCALENDAR\n" + year.repeat(14_000)))
                .isInstanceOfSatisfying(
                        HolidaysRefused.class,
                        refused -> assertThat(refused.key).isEqualTo("calendar.file.too-many"));
    }

    @Test
    void namesTheLineThatSaysNoDay() {
        assertThatThrownBy(() -> read("날짜,이름\n2026-01-01,1월 1일\n2026-02-30,없는 날\n"))
                .isInstanceOfSatisfying(
                        HolidaysRefused.class,
                        refused -> {
                            assertThat(refused.key).isEqualTo("calendar.file.line");
                            assertThat(refused.arguments).containsExactly(3L);
                        });
        assertThatThrownBy(() -> read("가,나\n다,라\n"))
                .isInstanceOfSatisfying(
                        HolidaysRefused.class,
                        refused -> assertThat(refused.key).isEqualTo("calendar.file.no-days"));
    }

    /** Only so far can a slip of the pen be told from a year that is meant. */
    @Test
    void namesTheLineOfADayThatIsFarAway() throws IOException {
        assertThat(read("날짜,이름\n2000-01-01,가\n2100-12-31,나\n").holidays()).hasSize(2);
        for (String day : List.of("1999-12-31", "2101-01-01", "0001-01-01", "9999-12-31")) {
            assertThatThrownBy(() -> read("날짜,이름\n2026-01-01,1월 1일\n" + day + ",먼 날\n"))
                    .isInstanceOfSatisfying(
                            HolidaysRefused.class,
                            refused -> isAt(refused, "calendar.file.far", 3L));
        }
        String calendar =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270206\n"
                        + "DTEND;VALUE=DATE:20270210\nSUMMARY:설날\nEND:VEVENT\n"
                        + "BEGIN:VEVENT\nSUMMARY:먼\n  날\nDTSTART:%s\nEND:VEVENT\nEND:VCALENDAR\n";
        assertThatThrownBy(() -> read(calendar.formatted("20270230")))
                .isInstanceOfSatisfying(
                        HolidaysRefused.class, refused -> isAt(refused, "calendar.file.line", 10L));
        assertThatThrownBy(() -> read(calendar.formatted("99990101").replace("\n", "\r\n")))
                .isInstanceOfSatisfying(
                        HolidaysRefused.class, refused -> isAt(refused, "calendar.file.far", 10L));
    }

    private static void isAt(HolidaysRefused refused, String key, long line) {
        assertThat(refused.key).isEqualTo(key);
        assertThat(refused.arguments).containsExactly(line);
    }

    @Test
    void readsTheRealListsAlikeAsTableAndAsCalendar() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "no real calendars at " + REAL);
        var table = HolidayFile.read(Files.readAllBytes(REAL.resolve("holidays-2026.csv")));
        var calendar = HolidayFile.read(Files.readAllBytes(REAL.resolve("holidays-2026.ics")));
        assertThat(table.holidays()).hasSize(22).isEqualTo(calendar.holidays());
        assertThat(table.holidays())
                .extracting(Holiday::name)
                .anyMatch(name -> name.contains("노동절"))
                .anyMatch(name -> name.contains("제헌절"));
        for (int year = 2019; year <= 2027; year++) {
            assertThat(
                            HolidayFile.read(
                                            Files.readAllBytes(
                                                    REAL.resolve("holidays-" + year + ".csv")))
                                    .holidays())
                    .hasSizeGreaterThan(10);
        }
    }

    /** The end of an event is the day after its last one. */
    @Test
    void readsAnEventOfSeveralDaysAndNoneThatRepeats() throws IOException {
        String event =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270206\n%s\n"
                        + "SUMMARY:설날\nEND:VEVENT\nEND:VCALENDAR\n";
        assertThat(read(event.formatted("DTEND;VALUE=DATE:20270210")).holidays())
                .extracting(Holiday::day)
                .containsExactly(
                        LocalDate.of(2027, 2, 6),
                        LocalDate.of(2027, 2, 7),
                        LocalDate.of(2027, 2, 8),
                        LocalDate.of(2027, 2, 9));
        assertThat(read(event.formatted("DTEND;VALUE=DATE:20270207")).holidays()).hasSize(1);
        assertThatThrownBy(() -> read(event.formatted("RRULE:FREQ=YEARLY")))
                .isInstanceOf(HolidaysRefused.class);
    }

    private static HolidayFile read(String text) throws IOException {
        return HolidayFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
