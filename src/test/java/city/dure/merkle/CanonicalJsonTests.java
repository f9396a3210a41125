package city.dure.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
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
    void normalisesText() {
        var decomposed = Map.of("name", Normalizer.normalize("가나", Normalizer.Form.NFD));
        assertThat(new String(CanonicalJson.bytes(decomposed), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"가나\"}");
    }

    @Test
    void refusesWhatHasNoOneForm() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("amount", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("text", "\ud800")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("\udc00", "text")))
                .isInstanceOf(IllegalArgumentException.class);
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
