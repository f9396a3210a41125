package city.dure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTests {
    /** A version 1 code has 21 modules; its first finder pattern begins after the quiet zone. */
    @Test
    void keepsAQuietZoneOfFourModules() {
        var code = QrPicture.of("DURE");
        assertThat(code.side()).isEqualTo(21 + 2 * 4);
        assertThat(code.path()).startsWith("M4 4h1v1h-1z").doesNotContain("M3 ", "M25 ");
    }

    @Test
    void differsWithTheText() {
        assertThat(QrPicture.of("a").path()).isNotEqualTo(QrPicture.of("b").path());
    }
}
