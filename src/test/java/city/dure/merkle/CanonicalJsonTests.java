package city.dure.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {
    private static final String LETTERS =
            "aZ0_\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028é가힣漢€😀\uFB33";

    @Test
    void writesWhatTheReferenceImplementationWrites() throws Exception {
        long seed = Long.getLong("property.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var object = object(random);
            String any = JsonMapper.shared().writeValueAsString(object);
            assertThat(CanonicalJson.bytes(object))
                    .as("-Dproperty.seed=" + seed)
                    .isEqualTo(new JsonCanonicalizer(any).getEncodedUTF8());
        }
    }

    @Test
    void normalisesTextAndNames() {
        String decomposed = Normalizer.normalize("가나", Normalizer.Form.NFD);
        assertThat(decomposed).hasSize(4);
        assertThat(written(Map.of(decomposed, List.of(decomposed)))).isEqualTo("{\"가나\":[\"가나\"]}");
        // The first jamo of 가 stands before ㄱ, the syllable behind it.
        var names = Map.of(Normalizer.normalize("가", Normalizer.Form.NFD), "1", "ㄱ", "2");
        assertThat(written(names)).as("sorted as written").isEqualTo("{\"ㄱ\":\"2\",\"가\":\"1\"}");
    }

    @Test
    void keepsLargeNumbersToTheDigit() {
        assertThat(
                        written(
                                Map.of(
                                        "a",
                                        "9007199254740993",
                                        "b",
                                        "123456789012345678901",
                                        "c",
                                        "-0")))
                .isEqualTo(
                        "{\"a\":\"9007199254740993\",\"b\":\"123456789012345678901\",\"c\":\"-0\"}");
    }

    @Test
    void sortsNamesByUtf16Units() {
        // By code points it would be the other way round.
        assertThat(written(Map.of("\uff21", "1", "\ud83d\ude00", "2", "\u20ac", "3", "\r", "4")))
                .isEqualTo(
                        "{\"\\r\":\"4\",\"\u20ac\":\"3\",\"\ud83d\ude00\":\"2\",\"\uff21\":\"1\"}");
        // The page of the RFC has U+FB33 last; NFC takes it apart, and it is sorted as written.
        assertThat(written(Map.of("\ufb33", "1", "\ud83d\ude00", "2")))
                .isEqualTo("{\"\u05d3\u05bc\":\"1\",\"\ud83d\ude00\":\"2\"}");
        assertThat(written(Map.of("10", "", "1", "", "", "", "A", "", "a", "")))
                .isEqualTo("{\"\":\"\",\"1\":\"\",\"10\":\"\",\"A\":\"\",\"a\":\"\"}");
    }

    @Test
    void escapesNoMoreThanItMust() {
        assertThat(written(Map.of("a", "\0\u0001\u001f\b\t\n\f\r\"\\/\u007f\u2028\ufeff<")))
                .isEqualTo(
                        "{\"a\":\"\\u0000\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f\u2028\ufeff<\"}");
    }

    @Test
    void writesWhatIsEmpty() {
        assertThat(written(Map.of())).isEqualTo("{}");
        assertThat(written(Map.of("a", List.of()))).isEqualTo("{\"a\":[]}");
        assertThat(written(Map.of("a", Map.of()))).isEqualTo("{\"a\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "x\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void refusesHalfOfASurrogatePair(String text) {
        for (Map<String, ?> object :
                List.of(
                        Map.of("text", text),
                        Map.of(text, "text"),
                        Map.of("list", List.of("", text)),
                        Map.of("map", Map.of(text, "")))) {
            assertThatThrownBy(() -> CanonicalJson.bytes(object))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half of a surrogate pair");
        }
    }

    @Test
    void refusesWhatHasNoOneForm() {
        refused(Map.of("amount", 1), "Integer");
        refused(Map.of("amount", 1.5), "Double");
        refused(Map.of("flag", true), "Boolean");
        refused(Map.of("list", List.of(1L)), "Long");
        refused(Collections.singletonMap("none", null), "null");
        refused(Map.of("list", Collections.singletonList(null)), "null");
    }

    @Test
    void refusesTwoNamesThatLookTheSame() {
        String decomposed = Normalizer.normalize("가", Normalizer.Form.NFD);
        refused(Map.of("가", "1", decomposed, "2"), "two members");
    }

    @Test
    void goesNoDeeperThanAnEntryDoes() {
        assertThat(written(Map.of("details", Map.of("map", Map.of("a", "b")))))
                .isEqualTo("{\"details\":{\"map\":{\"a\":\"b\"}}}");
        refused(Map.of("a", Map.of("b", Map.of("c", Map.of()))), "map in a map");
        refused(Map.of("a", List.of(Map.of())), "Map");
        refused(Map.of("a", List.of(List.of())), "List");
        Map<String, ?> deep = Map.of();
        for (int i = 0; i < 20_000; i++) {
            deep = Map.of("deeper", deep);
        }
        var deepest = deep;
        assertThatThrownBy(() -> CanonicalJson.bytes(deepest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(Map<String, ?> object, String why) {
        assertThatThrownBy(() -> CanonicalJson.bytes(object))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static String written(Map<String, ?> object) {
        return new String(CanonicalJson.bytes(object), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> object(Random random) {
        var object = new TreeMap<String, Object>();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.put(text(random), value(random));
        }
        return object;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(text(random), text(random));
            case 1 -> Map.of(text(random), text(random));
            default -> text(random);
        };
    }

    private static String text(Random random) {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
