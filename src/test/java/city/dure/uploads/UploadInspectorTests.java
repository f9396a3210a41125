package city.dure.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadInspectorTests {
    private static final String LIST = "상호,주소,전화\n행복빵집,호수로 1,\n\"꿈, 서점\",호수로 2,031\n";

    @Test
    void findsUtf8WithAndWithoutByteOrderMark() throws IOException {
        assertThat(inspect(LIST.getBytes(UTF_8)).shape())
                .isEqualTo(TableShape.delimited(Encoding.UTF_8, ',', 3));
        UploadedTable marked = inspect(("\uFEFF" + LIST).getBytes(UTF_8));
        assertThat(marked.header()).containsExactly("상호", "주소", "전화");
    }

    @Test
    void findsCp949AlsoWhereTheFirstKoreanLetterComesLate() throws IOException {
        String late = "name,address\n" + "shop,road\n".repeat(20_000) + "행복빵집,똠방각하로 1\n";
        UploadedTable table = inspect(late.getBytes(Encoding.CP949.charset()));
        assertThat(table.shape().encoding()).isEqualTo(Encoding.CP949);
        assertThat(table.rows()).isEqualTo(20_001);
        assertThat(table.lines()).isEqualTo(20_002);
    }

    @Test
    void findsTheDelimiterOutsideQuotationMarks() throws IOException {
        assertThat(delimiter("a;\"b,c,d\";e\n1;2;3")).isEqualTo(';');
        assertThat(delimiter("a\tb,x\tc\n1\t2\t3")).isEqualTo('\t');
        assertThat(delimiter("a,b;c\n1,2")).isEqualTo(',');
    }

    @Test
    void readsLineEndsInsideQuotationMarks() throws IOException {
        UploadedTable table = inspect("a,b\r\n\"x\r\r\r\r\ny\",1\r\n2,3\r\n".getBytes(UTF_8));
        assertThat(table.samples()).extracting(TableRow::line).containsExactly(2L, 7L);
        assertThat(table.samples()).extracting(TableRow::fault).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "'', file.empty",
        "'a,b\n', file.only-header",
        "'a,b\n\n , \n', file.only-header",
        "'PK\u0003\u0004rest', file.workbook",
        "'%PDF-1.7', file.pdf",
        "'\u0089PNG\r\n', file.image",
        "'\u00ff\u00d8\u00ff\u00e0', file.image",
        "'\u001f\u008b\u0008', file.archive",
        "'<html><table>', file.markup",
        "'just a sentence\nand another', file.columns",
    })
    void tellsWhatIsNoList(String content, String key) {
        assertThat(refusal(content.getBytes(ISO_8859_1)).key()).isEqualTo("uploads." + key);
    }

    @Test
    void tellsUtf16WithAndWithoutByteOrderMark() {
        assertThat(refusal(LIST.getBytes(UTF_16)).key()).isEqualTo("uploads.file.utf-16");
        assertThat(refusal(LIST.getBytes(UTF_16LE)).key()).isEqualTo("uploads.file.utf-16");
    }

    @Test
    void namesTheLineOfTheFirstBadByte() {
        byte[] bytes =
                concat("상호,주소\n".repeat(3).getBytes(UTF_8), new byte[] {'a', (byte) 0xFF, ','});
        // In CP949 the UTF-8 bytes of these words break already on the first line.
        assertThat(refusal(bytes)).isEqualTo(Fault.of("file.encoding", 4, 1));
        byte[] marked = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
        assertThat(refusal(marked)).isEqualTo(Fault.of("file.broken-utf-8", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b\n1,2\n3,\"4\n5,6\n', 3",
        "'a,b\n1,2\n3,\"4\n5,\"6\"\n', 3",
        "'a,b\n\n\"x\ny\",2\n3,\"4\n', 5",
        "'a,b\n1,\"2\"3\n', 2",
    })
    void refusesAQuotationMarkThatIsNotClosed(String content, long line) {
        assertThat(refusal(content.getBytes(UTF_8))).isEqualTo(Fault.of("file.quote", line));
    }

    @Test
    void doesNotSwallowHundredsOfRowsThatEndInAnotherStrayMark() {
        String content = "a,b\n1,\"2\n" + "3,4\n".repeat(200) + "5\",6\n7,8\n";
        assertThat(refusal(content.getBytes(UTF_8))).isEqualTo(Fault.of("file.quote", 2));
    }

    @Test
    void tellsAFewSwallowedRows() throws IOException {
        String content = "a,b,c\n1,2,3\n1,\"2,3\n4,5,6\n7,8\",9\n1,2,3\n";
        UploadedTable table = inspect(content.getBytes(UTF_8));
        assertThat(table.samples().get(1).fault()).isEqualTo(Fault.of("row.swallowed", 3, 5));
    }

    @Test
    void refusesAFileWhoseRowsDoNotFitItsHeader() throws IOException {
        assertThat(refusal("a,b\n1,2,\n3,4,\n5,6\n".getBytes(UTF_8)))
                .isEqualTo(Fault.of("file.misfits", 2, 3, 2, 2, 3));
        assertThat(inspect("a,b\n1,2,\n3,4\n5,6\n".getBytes(UTF_8)).rows()).isEqualTo(3);
    }

    @Test
    void tellsRowsThatCannotBeRead() throws IOException {
        String content =
                "a,b\n1,2\n1\n1,\0\n1,\uFFFD\n1," + "x".repeat(10_001) + "\n1,2\n1,2\n1,2\n";
        UploadedTable table = inspect(content.getBytes(UTF_8));
        assertThat(table.samples().stream().map(TableRow::fault).toList())
                .containsExactly(
                        null,
                        Fault.of("row.nul"),
                        Fault.of("row.broken"),
                        Fault.of("row.long", 10_001, 10_000),
                        null);
    }

    @Test
    void asksAboutAFileOfExactlyAsManyLinesAsExcelKeeps() throws IOException {
        String rows = "1,2\n".repeat(65_534);
        assertThat(inspect(("a,b\n" + rows + "1,2").getBytes(UTF_8)).mayBeCut()).isTrue();
        assertThat(inspect(("a,b\r\n" + rows + "1,2\n").getBytes(UTF_8)).mayBeCut()).isTrue();
        assertThat(inspect(("a,b\n" + rows).getBytes(UTF_8)).mayBeCut()).isFalse();
    }

    @Test
    void neverFailsOtherwiseWhateverTheBytes() throws IOException {
        long seed = Long.getLong("property.seed", System.nanoTime());
        var random = new Random(seed);
        byte[][] pieces = {
            LIST.getBytes(UTF_8),
            LIST.getBytes(Encoding.CP949.charset()),
            {'"'},
            {0},
            {'\n'},
            {'\r'},
            {','},
            {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            {(byte) 0xFF},
            {(byte) 0x81},
            {';', '\t'},
            {'[', '{', '"'},
            {'"', ':', '{'},
            {'}', ']'}
        };
        for (int run = 0; run < 3_000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int i = random.nextInt(12); i > 0; i--) {
                bytes = concat(bytes, pieces[random.nextInt(pieces.length)]);
            }
            try {
                inspect(bytes);
            } catch (UploadRefused expected) {
                assertThat(expected.fault().key()).matches("uploads\\.(file|json)\\..*");
            } catch (RuntimeException e) {
                throw new AssertionError("-Dproperty.seed=" + seed + " run " + run, e);
            }
        }
    }

    private static UploadedTable inspect(byte[] bytes) throws IOException {
        return UploadInspector.inspect(() -> new ByteArrayInputStream(bytes));
    }

    private static char delimiter(String content) throws IOException {
        return inspect(content.getBytes(UTF_8)).shape().delimiter();
    }

    private static Fault refusal(byte[] bytes) {
        return catchThrowableOfType(UploadRefused.class, () -> inspect(bytes)).fault();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
