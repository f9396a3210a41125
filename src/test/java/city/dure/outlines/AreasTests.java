package city.dure.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.shared.Spot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Where a place lies, and what a screen gets to see. */
class AreasTests {
    @Test
    void aPlaceLiesInOneAreaOrInNone() throws IOException {
        var areas = new Areas(squares(126.8, 126.9));
        assertThat(areas.at(new Spot(37.65, 126.85))).contains("c0");
        assertThat(areas.at(new Spot(37.65, 126.95))).contains("c1");
        assertThat(areas.at(new Spot(37.65, 127.05))).isEmpty();
        assertThat(areas.at(new Spot(35.0, 126.85))).isEmpty();
    }

    @Test
    void aPlaceOnASharedBorderLiesInTheFirst() throws IOException {
        var border = new Spot(37.65, 126.9);
        assertThat(new Areas(squares(126.8, 126.9)).at(border)).contains("c0");
        assertThat(new Areas(squares(126.9, 126.8)).at(border)).contains("c0");
    }

    @Test
    void noAreasHoldNothing() {
        assertThat(new Areas(List.of()).at(new Spot(37.65, 126.9))).isEmpty();
    }

    @Test
    void aScreenGetsNamesShapesAndAPlaceForTheName() throws IOException {
        var drawn = ScreenOutlines.of(squares(126.8, 126.9));
        var json = JsonMapper.builder().build().readTree(drawn.json());
        assertThat(drawn.metres()).isEqualTo(5);
        var first = json.path("features").get(0);
        assertThat(first.path("properties").path("code").asString()).isEqualTo("c0");
        assertThat(first.path("properties").path("at").get(0).asDouble()).isBetween(126.84, 126.86);
        assertThat(first.path("geometry").path("coordinates").get(0).get(0)).hasSize(5);
    }

    /** Two areas with a border of many points between them: both must lose the same ones. */
    @Test
    void neighboursKeepTheSameBorder() throws IOException {
        var border = new StringBuilder();
        for (int i = 0; i <= 20_000; i++) {
            double lat = 37.6 + i * 0.1 / 20_000;
            border.append(",[%.7f,%.7f]".formatted(126.9 + 0.0001 * Math.sin(i * 0.7), lat));
        }
        String up = border.substring(1);
        String down = String.join(",", Stream.of(up.split("(?<=]),")).toList().reversed());
        var file =
                OutlineReader.read(
                        new ByteArrayInputStream(
                                OutlineReaderTests.collection(
                                                OutlineReaderTests.feature(
                                                        "{}",
                                                        "[[126.8,37.6],"
                                                                + up
                                                                + ",[126.8,37.7],[126.8,37.6]]"),
                                                OutlineReaderTests.feature(
                                                        "{}",
                                                        "[[127.0,37.7],"
                                                                + down
                                                                + ",[127.0,37.6],[127.0,37.7]]"))
                                        .getBytes(StandardCharsets.UTF_8)));
        var areas = file.outlines().stream().map(one -> area(one)).toList();
        var drawn = ScreenOutlines.of(areas);
        assertThat(drawn.json().length).isLessThanOrEqualTo(64 * 1024);
        String json = new String(drawn.json(), StandardCharsets.UTF_8);
        var features = JsonMapper.builder().build().readTree(json).path("features");
        assertThat(shared(features.get(0).toString(), features.get(1).toString()))
                .isGreaterThan(2)
                .isEqualTo(border(features.get(0).toString()));
    }

    /** How many points of the middle one has that the other has, too. */
    private static long shared(String one, String other) {
        return points(one).filter(point -> other.contains(point)).count();
    }

    private static long border(String one) {
        return points(one).count();
    }

    private static Stream<String> points(String feature) {
        return java.util.regex.Pattern.compile(
                        "\\[126\\.(89|90)\\d*,37\\.\\d+]|\\[126\\.9,37\\.\\d+]")
                .matcher(feature.substring(feature.indexOf("geometry")))
                .results()
                .map(java.util.regex.MatchResult::group);
    }

    private static List<Area> squares(double... wests) throws IOException {
        var features = new String[wests.length];
        for (int i = 0; i < wests.length; i++) {
            features[i] = OutlineReaderTests.feature("{}", OutlineReaderTests.ring(wests[i], 37.6));
        }
        var bytes = OutlineReaderTests.collection(features).getBytes(StandardCharsets.UTF_8);
        return OutlineReader.read(new ByteArrayInputStream(bytes)).outlines().stream()
                .map(AreasTests::area)
                .toList();
    }

    private static Area area(Outline outline) {
        String code = "c" + (outline.number() - 1);
        return new Area(code, code, code, outline.shape());
    }
}
