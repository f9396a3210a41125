package city.dure.turnoverlists;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.eligibility.Turnover;
import city.dure.imports.ImportRow;
import city.dure.imports.RowNote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {
    private static final String SHOP = "m-0000000000000000000000000A";

    @ParameterizedTest
    @CsvSource({
        "120000000, 2025, 120000000",
        "'120,000,000원', 2025년, 120000000",
        "' 1 200 ', ２０２５, 1200",
        "0, 2024, 0",
        "₩5, 2021, 5",
        "120000000.0, 2025.0, 120000000",
        "'10,000,000,000,000', 2025, 10000000000000"
    })
    void readAmountsAndYearsAsPeopleTypeThem(String won, String year, long read) {
        var row = row(SHOP, year, won);
        assertThat(Cells.refusals(row, 2026)).isEmpty();
        assertThat(Cells.turnover(row).won()).isEqualTo(read);
        assertThat(Cells.turnover(row).year()).isBetween(2021, 2025);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2025, won.missing",
        "12억, 2025, won.units",
        "'120,000천원', 2025, won.units",
        "3만, 2025, won.units",
        "500K, 2025, won.units",
        "-5, 2025, won.negative",
        "△5, 2025, won.negative",
        "(5), 2025, won.negative",
        "많음, 2025, won.wrong",
        "1.5, 2025, won.wrong",
        "'12,00', 2025, won.wrong",
        "1.2E+09, 2025, won.wrong",
        "10000000000001, 2025, won.large",
        "1000000000000001, 2025, won.large",
        "99999999999999999999999, 2025, won.large",
        "5, '', year.missing",
        "5, 25, year.wrong",
        "5, 2026, year.future",
        "5, 2020, year.old"
    })
    void sayWhatIsWrong(String won, String year, String reason) {
        assertThat(Cells.refusals(row(SHOP, year, won), 2026))
                .extracting(RowNote::reasonKey)
                .containsExactly("turnoverlists.refused." + reason);
    }

    @Test
    void tellEveryCellThatIsWrong() {
        assertThat(Cells.refusals(row("", "", ""), 2026))
                .extracting(RowNote::column)
                .containsExactlyElementsOf(List.of("shop", "year", "won"));
        assertThat(Cells.refusals(row("행복빵집", "2025", "5"), 2026))
                .extracting(RowNote::reasonKey)
                .containsExactly("turnoverlists.refused.shop.wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"연매출(천원)", "매출액(백만원)", "매출(억)", "Turnover (thousand won)"})
    void knowHeadingsThatCountInUnits(String heading) {
        assertThat(Cells.countsInUnits(heading)).isTrue();
        assertThat(Cells.countsInUnits("연 매출(원)")).isFalse();
    }

    @Test
    void knowAShopHoweverItsNumberIsTyped() {
        assertThat(
                        Cells.shop(
                                        row(
                                                " M-"
                                                        + SHOP.substring(2)
                                                                .toLowerCase(java.util.Locale.ROOT),
                                                "",
                                                ""))
                                .ref())
                .isEqualTo(SHOP);
        assertThat(Cells.turnover(row(SHOP, "2025", "7"))).isEqualTo(new Turnover(2025, 7));
    }

    private static ImportRow row(String shop, String year, String won) {
        return new ImportRow(2, Map.of("shop", shop, "year", year, "won", won), 0);
    }
}
