package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CsvExportTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+SUM(A1)", "@now", "-2+3", "\tx", "=cmd|' /C calc'!A0\nb"})
    void disarmsFormulas(String cell) {
        assertThat(CsvExport.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "들꽃 빵집", "-12,000", "+82", "-0.5", "a=b", "2026-11-21"})
    void leavesTextAndNumbersAlone(String cell) {
        assertThat(CsvExport.safe(cell)).isEqualTo(cell);
    }

    @Test
    void writesWhatKoreanExcelOpens() throws Exception {
        var response = new MockHttpServletResponse();
        var rows = Stream.of(List.of("빵집 \"들꽃\"", "1,000"));
        CsvExport.write(response, "가맹점.csv", List.of("상호", "금액"), rows);
        assertThat(response.getContentAsString())
                .isEqualTo("\ufeff상호,금액\r\n\"빵집 \"\"들꽃\"\"\",\"1,000\"\r\n");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%EA%B0%80");
    }

    @ParameterizedTest
    @CsvSource({
        "/merchants.csv, merchants.csv",
        "/office/ledger/sample/export, office-ledger-sample-export.csv",
        "/office/imports/i-0H2M9Y3T7QK4V8W5X6Z1R0ABCD/rows.csv, office-imports-rows.csv",
        "/%EA%B0%80/x\"y, list.csv",
        "'', list.csv"
    })
    void hasAPlainNameForWhoCannotReadKorean(String path, String name) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            var response = new MockHttpServletResponse();
            CsvExport.write(response, "가맹점 \"목록\".csv", List.of("상호"), Stream.of());
            assertThat(response.getHeader("Content-Disposition"))
                    .isEqualTo(
                            "attachment; filename=\""
                                    + name
                                    + "\"; filename*=UTF-8''"
                                    + "%EA%B0%80%EB%A7%B9%EC%A0%90%20%22%EB%AA%A9%EB%A1%9D%22.csv");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
