package city.dure.outlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken of a file, and with which sentence everything else is refused. */
class OutlineReaderTests {
    private static final String SQUARE = ring(126.8, 37.6);

    @Test
    void readsShapesAndProperties() throws IOException {
        var file =
                read(
                        feature("{\"adm_nm\":\"가람동\",\"adm_cd2\":4128151000,\"x\":null}", SQUARE),
                        feature("{\"adm_nm\":\"나루동\",\"deep\":{\"a\":1}}", ring(126.9, 37.6)));
        assertThat(file.points()).isEqualTo(10);
        assertThat(file.outlines())
                .extracting(Outline::label)
                .containsExactly("1 (가람동)", "2 (나루동)");
        assertThat(file.properties())
                .contains(
                        new OutlineFile.Property("adm_nm", List.of("가람동", "나루동"), 2, 2),
                        new OutlineFile.Property("adm_cd2", List.of("4128151000"), 1, 1))
                .extracting(OutlineFile.Property::name)
                .doesNotContain("deep");
        assertThat(file.outlines().getFirst().shape().getArea()).isPositive();
    }

    @Test
    void readsWhateverStandsFirstAndAnAltitude() throws IOException {
        String high = "[[126.8,37.6,12.5],[126.9,37.6,12.5],[126.9,37.7,3],[126.8,37.6,12.5]]";
        assertThat(read(feature("{}", high)).points()).isEqualTo(4);
        assertThat(
                        read("{\"geometry\":{\"coordinates\":["
                                        + SQUARE
                                        + "],\"type\":\"Polygon\"},\"id\":7,\"type\":\"Feature\"}")
                                .outlines())
                .hasSize(1);
        assertThat(
                        OutlineReader.read(
                                        bytes(
                                                "\ufeff{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
                                                        + "\"features\":["
                                                        + feature("{}", SQUARE)
                                                        + "],\"type\":\"FeatureCollection\"}"))
                                .outlines())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    too short        | short    | [[126.8,37.6],[126.9,37.6],[126.8,37.6]]
                    not closed       | open     | [[126.8,37.6],[126.9,37.6],[126.9,37.7],[126.8,37.7]]
                    crosses itself   | crossing | [[126.8,37.6],[126.9,37.7],[126.9,37.6],[126.8,37.7],[126.8,37.6]]
                    without points   | empty    | []
                    lat, lng         | swapped  | [[37.6,126.8],[37.6,126.9],[37.7,126.9],[37.6,126.8]]
                    Tokyo            | elsewhere | [[139.7,35.6],[139.8,35.6],[139.8,35.7],[139.7,35.6]]
                    metres           | other_crs | [[950000,1950000],[950100,1950000],[950100,1950100],[950000,1950000]]
                    a hole outside   | hole     | [[126.8,37.6],[126.9,37.6],[126.9,37.7],[126.8,37.7],[126.8,37.6]],[[127.1,37.6],[127.2,37.6],[127.2,37.7],[127.1,37.6]]
                    one bracket less | nested   | [126.8,37.6],[126.9,37.6],[126.9,37.7],[126.8,37.6]
                    words            | not_area | ["a","b"]
                    """)
    void refusesAWrongShape(String what, String reason, String rings) {
        var refused =
                refused(
                        feature("{\"adm_nm\":\"가람동\"}", ring(126.5, 37.5)),
                        feature("{\"adm_nm\":\"나루동\"}", rings));
        assertThat(refused.key()).as(what).isEqualTo("outlines.refused." + reason);
        assertThat(refused.args().getFirst()).isEqualTo("2 (나루동)");
    }

    @Test
    void refusesWhatIsNoAreaAtAll() {
        assertThat(refused("{\"type\":\"Feature\",\"geometry\":null}").key()).endsWith(".empty");
        assertThat(
                        refused(
                                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[126.8,37.6]}}")
                                .key())
                .endsWith(".not_area");
        assertThat(
                        refused(
                                        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[126.8,37.6],[126.9,37.6]]}}")
                                .key())
                .endsWith(".not_area");
    }

    @Test
    void refusesAreasThatLieOnOneAnother() {
        String city = "[[126.7,37.5],[127.2,37.5],[127.2,37.9],[126.7,37.9],[126.7,37.5]]";
        assertThat(refused(feature("{}", SQUARE), feature("{}", city)).key()).endsWith(".overlap");
        assertThat(refused(feature("{}", SQUARE), feature("{}", SQUARE)).key())
                .endsWith(".overlap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    topojson     | {"type":"Topology","objects":{},"arcs":[]}
                    topojson     | {"arcs":[[[1,2],[3,4]]],"type":"Topology"}
                    single       | {"type":"Feature","geometry":null}
                    not_geojson  | {"name":"a"}
                    not_geojson  | [1,2,3]
                    not_geojson  | {"type":"FeatureCollection","features":7}
                    not_geojson  | {"type":"FeatureCollection","features":[7]}
                    none         | {"type":"FeatureCollection","features":[]}
                    cut          | {"type":"FeatureCollection","features":[
                    not_json     | name,lat,lng
                    zip          | PK..
                    xml          | <kml/>
                    other_crs_named | {"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5179"}},"features":[]}
                    """)
    void refusesOtherFiles(String reason, String content) {
        assertThat(refusal(bytes(content)).key()).isEqualTo("outlines.refused." + reason);
    }

    @Test
    void refusesAnEmptyFileAndAnotherEncoding() {
        assertThat(refusal(bytes("")).key()).endsWith(".empty_file");
        var cp949 =
                collection(feature("{\"adm_nm\":\"가람동\"}", SQUARE))
                        .getBytes(Charset.forName("MS949"));
        assertThat(refusal(new ByteArrayInputStream(cp949)).key()).endsWith(".encoding");
        assertThat(refusal(bytes("{\"a\":" + "[".repeat(100_000))).key()).endsWith(".not_geojson");
    }

    /** Ten million points, made while they are read: the reading must stop long before the end. */
    @Test
    void stopsAtTheBoundOfPoints() {
        var endless = new Endless("[126.8,37.6],");
        var file =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        bytes(
                                                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["),
                                        endless)));
        assertThat(refusal(file).key()).endsWith(".too_fine");
        assertThat(endless.read).isLessThan(10_000_000L);
    }

    @Test
    void stopsAtTheBoundOfAreas() {
        var endless = new Endless(feature("{}", SQUARE) + ",");
        var file =
                new SequenceInputStream(
                        Collections.enumeration(
                                List.of(
                                        bytes("{\"type\":\"FeatureCollection\",\"features\":["),
                                        endless)));
        assertThat(refusal(file).key()).endsWith(".too_many");
    }

    private static OutlinesRefused refused(String... features) {
        return refusal(bytes(collection(features)));
    }

    private static OutlinesRefused refusal(InputStream file) {
        return catchThrowableOfType(OutlinesRefused.class, () -> OutlineReader.read(file));
    }

    private static OutlineFile read(String... features) throws IOException {
        return OutlineReader.read(bytes(collection(features)));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    static String feature(String properties, String rings) {
        return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"
                .formatted(properties, rings);
    }

    /** A square of a tenth of a degree. */
    static String ring(double west, double south) {
        return "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]"
                .formatted(west, south, Math.round(west * 10 + 1) / 10.0, south + 0.1);
    }

    /** The same text again and again, without an end. */
    private static final class Endless extends InputStream {
        private final byte[] text;
        private long read;

        Endless(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return text[(int) (read++ % text.length)];
        }
    }
}
