package city.dure.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonListsTests {
    private static final String TWO =
            "[{\"상호\":\"가\",\"주소\":\"길 1\"},{\"주소\":\"길 2\",\"상호\":\"나\",\"위도\":37.50}]";
    private static final String GYEONGGI =
            """
            {"RegionMnyFacltStus":[
              {"head":[{"list_total_count":2},{"RESULT":{"CODE":"INFO-000","MESSAGE":"정상"}},{"api_version":"1.0"}]},
              {"row":[{"SIGUN_NM":"고양시","CMPNM_NM":"행복빵집","BIZREGNO":"1234567891","CLSBIZ_DAY":null},
                      {"SIGUN_NM":"고양시","CMPNM_NM":"꿈서점","BIZREGNO":"2208162517","CLSBIZ_DAY":""}]}]}
            """;

    @Test
    void areReadByTheirKeysInTheOrderInWhichTheyFirstOccur() throws IOException {
        UploadedTable table = inspect(TWO);
        assertThat(table.header()).containsExactly("상호", "주소", "위도");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(rows(TWO))
                .containsExactly(
                        new TableRow(1, List.of("가", "길 1", ""), null),
                        new TableRow(2, List.of("나", "길 2", "37.50"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":%s}|1",
                "{\"page\":1,\"perPage\":10,\"data\":%s,\"totalCount\":2}|1",
                "{\"response\":{\"header\":{\"codes\":[{\"a\":1,\"b\":2}]},\"body\":{\"items\":{\"item\":%s}}}}|2",
                "\uFEFF  %s|1",
            })
    void areFoundWhereverTheyAreWrapped(String around, int array) throws IOException {
        UploadedTable table = inspect(around.formatted(TWO));
        assertThat(table.shape()).isEqualTo(TableShape.json(Encoding.UTF_8, array, 3));
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void areFoundInTheAnswersOfGyeonggi() throws IOException {
        assertThat(inspect(GYEONGGI).header())
                .containsExactly("SIGUN_NM", "CMPNM_NM", "BIZREGNO", "CLSBIZ_DAY");
        assertThat(rows(GYEONGGI).getFirst().cells())
                .containsExactly("고양시", "행복빵집", "1234567891", "");
    }

    @Test
    void areReadInCp949Too() throws IOException {
        byte[] bytes = GYEONGGI.getBytes(Encoding.CP949.charset());
        UploadedTable table = UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
        assertThat(table.shape().encoding()).isEqualTo(Encoding.CP949);
        assertThat(table.samples().getFirst().cells()).contains("행복빵집");
    }

    @Test
    void tellWhereAValueHasPartsOfItsOwn() throws IOException {
        String nested = "[{\"a\":1,\"b\":{\"c\":[1,2]}},{\"a\":2,\"b\":3}]";
        assertThat(rows(nested)).extracting(TableRow::nested).containsExactly(Set.of(1), Set.of());
        assertThat(rows(nested)).extracting(TableRow::fault).containsOnlyNulls();
    }

    @Test
    void tellWhichObjectCannotBeUsedAndReadTheOthers() throws IOException {
        String odd =
                "[{\"a\":1,\"b\":2},7,{},{\"a\":1,\"a\":2,\"b\":3},{\"a\":\"x\\u0000\",\"b\":1},{\"a\":3,\"b\":4}]";
        assertThat(inspect(odd).rows()).isEqualTo(5);
        assertThat(rows(odd))
                .extracting(TableRow::line, TableRow::fault)
                .containsExactly(
                        tuple(1L, null),
                        tuple(2L, Fault.of("json.no-object")),
                        tuple(4L, Fault.of("json.twice", "a")),
                        tuple(5L, Fault.of("row.nul")),
                        tuple(6L, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|nothing[]",
                "{\"data\":[]}|nothing[]",
                "{\"a\":1,\"b\":2}|no-list[]",
                "[1,2,3]|no-objects[]",
                "[[\"a\",\"b\"],[\"c\",\"d\"]]|no-objects[]",
                "[{\"a\":1,\"b\":2},{\"a\":3|cut[1]",
                "[{\"a\":1,\"b\":2},|cut[1]",
                "[{\"a\":1,\"b\":2},{\"a\":\"x|cut[1]",
                "[{\"a\":1,\"b\":2}]{\"a\":1}|several[1]",
                "{\"a\":1,\"b\":[{\"c\":1,\"d\":2}]} x|broken[1, 29]",
                "[{'a':1}]|broken[1, 3]",
                "[{\"a\":1,\"b\":2},3,4,5]|mixed[4, 3, 2]",
                "[{\"a\":1},{\"a\":2}]|columns[1]",
            })
    void areRefusedWithAReason(String json, String reason) {
        assertThat(refused(json)).isEqualTo("uploads.json." + reason);
    }

    @Test
    void areRefusedWhenTheyAreBeyondAllBounds() {
        assertThat(refused("[{\"a\":1,\"b\":" + "[".repeat(40) + "]".repeat(40) + "}]"))
                .startsWith("uploads.json.bounds[1, 32");
        assertThat(refused("[{\"a\":\"" + "x".repeat(1_100_000) + "\",\"b\":1}]"))
                .startsWith("uploads.json.bounds");
        assertThat(refused("[{\"" + "x".repeat(600) + "\":1,\"b\":1}]"))
                .startsWith("uploads.json.bounds");
        var many = new StringBuilder("[");
        for (int i = 0; i < 200; i++) {
            many.append("{\"a%d\":1,\"b%d\":2},".formatted(i, i));
        }
        assertThat(refused(many + "{}]")).isEqualTo("uploads.json.keys[151, 300]");
    }

    @Test
    void areNoTablesWhoseHeaderHasBrackets() throws IOException {
        assertThat(inspect("[상호],[주소]\n가,나\n").shape().isJson()).isFalse();
    }

    private static String refused(String json) {
        var refused = catchThrowableOfType(UploadRefused.class, () -> inspect(json));
        assertThat(refused).isNotNull();
        return refused.fault().key() + refused.fault().args();
    }

    private static List<TableRow> rows(String json) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (var reader = inspect(json).reader(new ByteArrayInputStream(json.getBytes(UTF_8)))) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static UploadedTable inspect(String json) throws IOException {
        return UploadInspector.inspect(() -> new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
