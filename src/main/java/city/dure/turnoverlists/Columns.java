package city.dure.turnoverlists;

import city.dure.imports.ImportColumn;
import java.util.List;

/** The columns of lists of turnovers. */
final class Columns {
    static final String NAME = "name";
    static final String SHOP = "shop";
    static final String YEAR = "year";
    static final String WON = "won";

    static final List<ImportColumn> ALL =
            List.of(
                    column(NAME, false, "상호 상호명 가게 가게이름 가맹점명 Name Shop"),
                    column(SHOP, true, "가게번호 가맹점번호 shop_number merchant"),
                    column(YEAR, true, "연도 귀속연도 신고연도 year"),
                    column(
                            WON,
                            true,
                            "연매출 연매출(원) 연매출액 연매출액(원) 매출 매출액 매출액(원) turnover(won) turnover Yearlyturnover(won)"));

    private Columns() {}

    private static ImportColumn column(String name, boolean required, String headers) {
        String label = "turnoverlists.column." + name;
        return new ImportColumn(name, label, required, false, List.of(headers.split(" ")));
    }
}
