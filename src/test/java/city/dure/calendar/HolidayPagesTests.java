package city.dure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.identity.TestSignIn;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Years are each test's own. */
@PortalTest
class HolidayPagesTests {
    private static final String PATH = "/office/city/holidays";

    @Autowired MockMvcTester mvc;
    @Autowired Holidays holidays;
    @Autowired WaitingLists waiting;
    @Autowired JdbcClient jdbc;

    @Test
    void countsBusinessDays() {
        takeOver("날짜,이름\n2031-01-01,1월 1일\n2031-01-02,대체공휴일\n");
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
        takeOver("날짜,이름\n2032-01-01,가\n2032-03-01,나\n");
        assertThat(takeOver("날짜,이름\n2032-01-01,가\n2032-05-05,다\n"))
                .hasRedirectedUrl(PATH + "?year=2032");
        assertThat(holidays.of(Year.of(2032))).extracting(Holiday::name).containsExactly("가", "다");
        assertThat(holidays.knows(Year.of(2033))).isFalse();
        assertThat(upload("날짜,이름\n2032-01-01,가\n2032-05-05,다\n", UUID.randomUUID()))
                .hasRedirectedUrl(PATH + "?year=2032")
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "calendar.flash.same");
    }

    @Test
    void showsWhatWouldChangeBeforeItDoes() {
        takeOver("날짜,이름\n2037-01-01,새해\n2037-03-01,나\n2037-05-05,다\n2038-01-01,라\n");
        String check =
                waiting("날짜,이름\n2037-01-01,1월 1일\n2037-03-01,나\n2037-06-06,마\n2037-06-06,마\n");
        assertThat(page(check))
                .containsSubsequence("빠지는 날", "2037. 5. 5.", "다", "이름이 바뀌는 날")
                .containsSubsequence("새해 → 1월 1일", "더하는 날", "2037. 6. 6.", "마", "그대로인 날", "1일")
                .contains("지금 3일, 바꾼 뒤 3일입니다", "1줄은 이미 나온 날")
                .doesNotContain("2038. ", "??");
        assertThat(holidays.of(Year.of(2037))).extracting(Holiday::name).contains("새해", "다");
        String version = version(check);
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(TestForm.post(mvc, check + "/application", "admin", operation, version))
                    .hasRedirectedUrl(PATH + "?year=2037");
        }
        assertThat(TestForm.post(mvc, check + "/application", "admin", version))
                .as("in another tab")
                .hasStatus(409);
        assertThat(mvc.get().uri(check).with(TestSignIn.as("admin"))).hasStatus(404);
        assertThat(holidays.of(Year.of(2037)))
                .extracting(Holiday::name)
                .containsExactly("1월 1일", "나", "마");
        assertThat(holidays.of(Year.of(2038))).hasSize(1);
    }

    @Test
    void comparesAgainWhenTheHolidaysChangedMeanwhile() {
        takeOver("날짜,이름\n2040-01-02,가\n");
        String check = waiting("날짜,이름\n2040-01-02,가\n2040-03-01,나\n");
        String seen = version(check);
        add("day=2040-07-17", "name=제헌절");
        assertThat(TestForm.post(mvc, check + "/application", "admin", seen))
                .hasStatus(409)
                .bodyText()
                .contains("그사이에 공휴일이 바뀌어", "제헌절", "지금 2일, 바꾼 뒤 2일입니다");
        assertThat(holidays.of(Year.of(2040)))
                .extracting(Holiday::name)
                .containsExactly("가", "제헌절");
        assertThat(apply(check)).hasStatus(302);
        assertThat(holidays.of(Year.of(2040))).extracting(Holiday::name).containsExactly("가", "나");
    }

    @Test
    void saysThatNothingIsLeftToChange() {
        String list = "날짜,이름\n2041-01-01,가\n";
        String check = waiting(list);
        assertThat(page(check)).contains("2041년 공휴일을 처음 올립니다", "이대로 바꾸기");
        takeOver(list);
        assertThat(page(check)).contains("바꿀 것이 없습니다").doesNotContain("이대로 바꾸기");
        assertThat(TestForm.post(mvc, check + "/removal", "admin")).hasRedirectedUrl(PATH);
        assertThat(TestForm.post(mvc, check + "/removal", "admin")).hasRedirectedUrl(PATH);
        assertThat(mvc.get().uri(check).with(TestSignIn.as("admin"))).hasStatus(404);
    }

    @Test
    void keepsTheLastListsForAWhile() {
        String first = waiting("날짜,이름\n2042-01-01,0\n");
        assertThat(page(PATH)).contains(first);
        String last = first;
        for (int i = 0; i < WaitingLists.MOST; i++) {
            last = waiting("날짜,이름\n2042-01-01," + (i + 1) + "\n");
        }
        assertThat(mvc.get().uri(first).with(TestSignIn.as("admin"))).hasStatus(404);
        UUID id = UUID.fromString(last.substring(last.lastIndexOf('/') + 1));
        waiting.forgetOld();
        assertThat(waiting.find(id).fileName()).isEqualTo("list.csv");
        jdbc.sql("update holiday_upload set created_at = ? where id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusDays(8), id)
                .update();
        waiting.forgetOld();
        assertThat(mvc.get().uri(last).with(TestSignIn.as("admin"))).hasStatus(404);
        assertThat(
                        jdbc.sql("select count(*) from upload_piece where upload = ?")
                                .param(id)
                                .query(Integer.class)
                                .single())
                .isZero();
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
        for (String far : List.of("1999-12-31", "2101-01-01", "0001-01-01", "9999-12-31")) {
            assertThat(upload("날짜,이름\n2035-01-01,가\n" + far + ",나\n", UUID.randomUUID()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("3번째 줄의 날짜가 2000년부터 2100년까지에 들지 않습니다");
        }
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
        String check = waiting("날짜,이름\n2036-01-01,가\n");
        assertThat(mvc.get().uri(check).with(TestSignIn.as("auditor"))).hasStatus(403);
        assertThat(TestForm.post(mvc, check + "/application", "auditor", "version=0"))
                .hasStatus(403);
        assertThat(TestForm.post(mvc, PATH + "/days", "auditor", "day=2036-01-01", "name=가"))
                .hasStatus(403);
        assertThat(mvc.get().uri(PATH + ".csv?year=2036").with(TestSignIn.as("admin")))
                .hasStatusOk();
    }

    private MvcTestResult add(String... fields) {
        return TestForm.post(mvc, PATH + "/days", "admin", fields);
    }

    /** Uploads a list and does what its check page offers. */
    private MvcTestResult takeOver(String list) {
        return apply(waiting(list));
    }

    /** Uploads a list; the path of its check page, which is the same if it is sent twice. */
    private String waiting(String list) {
        UUID operation = UUID.randomUUID();
        String path = String.valueOf(upload(list, operation).getResponse().getRedirectedUrl());
        assertThat(path).startsWith(PATH + "/uploads/");
        assertThat(upload(list, operation)).hasRedirectedUrl(path);
        return path;
    }

    private MvcTestResult apply(String check) {
        return TestForm.post(mvc, check + "/application", "admin", version(check));
    }

    private String version(String check) {
        var field = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page(check));
        assertThat(field.find()).isTrue();
        return "version=" + field.group(1);
    }

    private String page(String path) {
        try {
            var answer = mvc.get().uri(path).with(TestSignIn.as("admin")).exchange();
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
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
