package city.dure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a list calls a day may be anything, also somebody's birthday. */
@PortalTest
class HolidayEntriesTests {
    @Autowired Holidays holidays;
    @Autowired JdbcClient jdbc;

    @Test
    void holdDaysAndNoWords() {
        var day = new Holiday(LocalDate.of(2044, 2, 3), "김철수 생일");
        String leaf = leaf(holidays.add(Actor.SYSTEM, day).entry());
        assertThat(leaf)
                .contains("\"added\":[\"2044-02-03\"]", "city.holidays_changed/2")
                .doesNotContain("김철수");
        assertThat(leaf(holidays.remove(Actor.SYSTEM, day.day()).entry()))
                .contains("\"removed\":[\"2044-02-03\"]")
                .doesNotContain("김철수");
    }

    private String leaf(java.util.UUID entry) {
        return jdbc.sql("select leaf from ledger_entry where id = ?")
                .param(entry)
                .query((row, i) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
    }
}
