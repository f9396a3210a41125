package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

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
}
