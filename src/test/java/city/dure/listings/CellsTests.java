package city.dure.listings;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.imports.ImportRow;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {
    @Test
    void joinsLineEndsAndFullWidthBlanksIntoOneSpace() {
        assertThat(Cells.text("\u3000행복 \r\r\r\r\n빵집\u00a0 ")).isEqualTo("행복 빵집");
        assertThat(Cells.optional("\u3000 ")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "20131220, 2013-12-20",
        "20131220.0, 2013-12-20",
        "2013.8.13, 2013-08-13",
        "2013-08-13, 2013-08-13",
        "2013-08-13 00:00:00, 2013-08-13"
    })
    void readsDates(String cell, LocalDate date) {
        assertThat(Cells.date(cell)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24-10", "20131399", "폐업", "0.0"})
    void knowsWhatIsNoDate(String cell) {
        assertThat(Cells.date(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5202(편의점/편의점), 편의점/편의점", "(일반음식점일반음식점), 일반음식점일반음식점", "숙박업(생활), 숙박업(생활)"})
    void takesTheWordsOfACategory(String cell, String words) {
        assertThat(Cells.category(cell)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-67891", "1234567891", "1234567891.0"})
    void readsABusinessNumber(String cell) {
        assertThat(Cells.businessNumber(cell)).contains("1234567891");
    }

    @ParameterizedTest
    @ValueSource(strings = {"220812", "1234567892", "111-11-22222", "0000000000", ""})
    void knowsWhatIsNoBusinessNumber(String cell) {
        assertThat(Cells.businessNumber(cell)).isEmpty();
    }

    @Test
    void readsAPointInTwoCellsOrInOne() {
        var two = Map.of(Columns.LATITUDE, "37.61", Columns.LONGITUDE, "126.83");
        assertThat(Point.of(new ImportRow(2, two, 0))).contains(new Point(37.61, 126.83));
        var one = Map.of(Columns.POINT, "(37.5989804, 126.9100048)");
        assertThat(Point.of(new ImportRow(2, one, 0))).contains(new Point(37.5989804, 126.9100048));
        var metres = Map.of(Columns.LATITUDE, "456123.12", Columns.LONGITUDE, "190876.5");
        assertThat(Point.of(new ImportRow(2, metres, 0))).isEmpty();
        assertThat(new Point(0, 0).inKorea()).isFalse();
    }

    @Test
    void tellsBuildingsApartButNotTheirRooms() {
        assertThat(Cells.building("경기도 고양시 덕양구 무원로6번길 36, 남정씨티프라자6차 109호 (행신동)"))
                .isEqualTo(Cells.building("경기도 고양시 덕양구 무원로6번길 36 (행신동)"));
    }
}
