package city.dure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.identity.TestSignIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Years are each test's own. */
@PortalTest
class HolidayPagesTests {
    private static final String PATH = "/office/city/holidays";

    @Autowired MockMvcTester mvc;
    @Autowired Holidays holidays;

    @Test
    void countsBusinessDays() {
        upload("날짜,이름\n2031-01-01,1월 1일\n2031-01-02,대체공휴일\n", UUID.randomUUID());
        LocalDate tuesday = LocalDate.of(2030, 12, 31);
        assertThat(holidays.isBusinessDay(tuesday)).isTrue();
        assertThat(holidays.after(tuesday, 0)).isEqualTo(tuesday);
        assertThat(holidays.after(tuesday, 1)).isEqualTo(LocalDate.of(2031, 1, 3));
        assertThat(holidays.after(tuesday, 2)).isEqualTo(LocalDate.of(2031, 1, 6));
        assertThat(holidays.after(LocalDate.of(2031, 1, 1), 0)).isEqualTo(LocalDate.of(2031, 1, 3));
        assertThat(holidays.isBusinessDay(LocalDate.of(2031, 1, 4))).isFalse();
    }

    @Test
    void replacesTheYearsOfAFileAndTheSameFileChangesNothing() {
        assertThat(upload("날짜,이름\n2032-01-01,가\n2032-03-01,나\n", UUID.randomUUID()))
                .hasRedirectedUrl(PATH + "?year=2032");
        upload("날짜,이름\n2032-01-01,가\n2032-05-05,다\n", UUID.randomUUID());
        assertThat(holidays.of(Year.of(2032))).extracting(Holiday::name).containsExactly("가", "다");
        assertThat(holidays.knows(Year.of(2033))).isFalse();
        assertThat(upload("날짜,이름\n2032-01-01,가\n2032-05-05,다\n", UUID.randomUUID()))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "calendar.flash.same");
    }

    @Test
    void addsADayOnceAndTakesItAway() {
        String operation = "operation=" + UUID.randomUUID();
        assertThat(add(operation, "day=2034-07-17", "name=제헌절")).hasStatus(302);
        assertThat(add(operation, "day=2034-07-17", "name=제헌절")).hasStatus(302);
        assertThat(add("day=2034-07-17", "name=또"))
                .hasStatus(422)
                .bodyText()
                .contains("이미 공휴일로 있는 날", "value=\"또\"");
        assertThat(add("day=2034-02-30", "name=없는 날"))
                .hasStatus(422)
                .bodyText()
                .contains("날짜를 2026-05-01처럼");
        assertThat(TestForm.post(mvc, PATH + "/days/2034-07-17/removal", "admin")).hasStatus(302);
        assertThat(TestForm.post(mvc, PATH + "/days/2034-07-17/removal", "admin")).hasStatus(409);
        assertThat(holidays.of(Year.of(2034))).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThat(upload("날짜,이름\n2035-01-01,가\n2035-13-01,나\n", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("3번째 줄의 날짜나 이름을 읽을 수 없습니다");
        assertThat(upload("", UUID.randomUUID())).hasStatus(422).bodyText().contains("파일을 골라");
        assertThat(holidays.of(Year.of(2035))).isEmpty();
    }

    @Test
    void isReadByOthersAndChangedByAdministrators() {
        assertThat(mvc.get().uri(PATH + "?year=1").with(TestSignIn.as("auditor"))).hasStatusOk();
        assertThat(mvc.get().uri(PATH + "?year=2036").with(TestSignIn.as("auditor")))
                .bodyText()
                .contains("2036년 공휴일이 아직 없습니다")
                .doesNotContain("하루 더하기");
        assertThat(TestForm.post(mvc, PATH + "/days", "auditor", "day=2036-01-01", "name=가"))
                .hasStatus(403);
        assertThat(mvc.get().uri(PATH + ".csv?year=2036").with(TestSignIn.as("admin")))
                .hasStatusOk();
    }

    private MvcTestResult add(String... fields) {
        return TestForm.post(mvc, PATH + "/days", "admin", fields);
    }

    private MvcTestResult upload(String text, UUID operation) {
        return mvc.post()
                .uri(PATH)
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "list.csv",
                                "text/csv",
                                text.getBytes(StandardCharsets.UTF_8)))
                .param("operation", operation.toString())
                .with(csrf())
                .with(TestSignIn.as("admin"))
                .exchange();
    }
}
