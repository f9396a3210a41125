package city.dure.listings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Rows of a business list as long as a bench needs it. */
final class MadeUpRows {
    private static final String[] FIRST = {"행복", "한들", "푸른", "달빛", "참", "우리", "새벽", "고향"};
    private static final String[] LAST = {"빵집", "카페", "치킨", "미용실", "약국", "분식", "마트", "안경"};

    private MadeUpRows() {}

    /** Which column of the file is which. */
    static Map<String, Integer> columns() {
        return Map.of(
                Columns.NAME, 0,
                Columns.ROAD, 1,
                Columns.LOT, 2,
                Columns.CATEGORY, 3,
                Columns.PHONE, 4,
                Columns.LATITUDE, 5,
                Columns.LONGITUDE, 6);
    }

    /** Writes a list of so many businesses, none twice. */
    static void write(Path file, int rows) throws IOException {
        var random = new Random(rows);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("사업장명,도로명주소,지번주소,업종,전화번호,위도,경도\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i, random));
            }
        }
    }

    private static String row(int i, Random random) {
        return "%s%s%s %d호점,\"한들시 물빛로 %d, %d호 (호수동)\",한들시 호수동 %d번지,제과점영업,000-000-%d,%s,%s%n"
                .formatted(
                        FIRST[random.nextInt(FIRST.length)],
                        FIRST[random.nextInt(FIRST.length)],
                        LAST[random.nextInt(LAST.length)],
                        random.nextInt(200),
                        random.nextInt(900),
                        i,
                        i,
                        random.nextInt(10_000),
                        37.5 + random.nextDouble() / 10,
                        126.8 + random.nextDouble() / 10);
    }
}
