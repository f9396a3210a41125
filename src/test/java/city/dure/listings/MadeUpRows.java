package city.dure.listings;

import city.dure.imports.ImportRow;
import java.util.Map;
import java.util.Random;

/** Rows of a business list as long as a bench needs it. */
final class MadeUpRows {
    private static final String[] FIRST = {"행복", "한들", "푸른", "달빛", "참", "우리", "새벽", "고향"};
    private static final String[] LAST = {"빵집", "카페", "치킨", "미용실", "약국", "분식", "마트", "안경"};

    private MadeUpRows() {}

    static ImportRow row(int line, Random random) {
        String name =
                FIRST[random.nextInt(FIRST.length)]
                        + FIRST[random.nextInt(FIRST.length)]
                        + LAST[random.nextInt(LAST.length)]
                        + " "
                        + random.nextInt(200)
                        + "호점";
        String road = "한들시 물빛로 " + random.nextInt(900) + ", " + line + "호 (호수동)";
        return new ImportRow(
                line,
                Map.of(
                        Columns.NAME,
                        name,
                        Columns.ROAD,
                        road,
                        Columns.LOT,
                        "한들시 호수동 " + line + "번지",
                        Columns.CATEGORY,
                        "제과점영업",
                        Columns.PHONE,
                        "000-000-" + random.nextInt(10_000),
                        Columns.LATITUDE,
                        Double.toString(37.5 + random.nextDouble() / 10),
                        Columns.LONGITUDE,
                        Double.toString(126.8 + random.nextDouble() / 10)),
                1);
    }
}
