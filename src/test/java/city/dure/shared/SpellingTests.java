package city.dure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTests {
    @Test
    void writesOneSpellingForMany() {
        assertThat(Spelling.of(" 한들 PC\u3000방 ")).isEqualTo("한들pc방");
        assertThat(Spelling.of("\u1112\u1161\u11ab")).isEqualTo("한");
    }
}
