package city.dure.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTests {
    @Test
    void groupsDigits() {
        assertThat(TilePath.hashes(0, 0, 256)).isEqualTo("tile/0/000");
        assertThat(TilePath.hashes(1, 999, 1)).isEqualTo("tile/1/999.p/1");
        assertThat(TilePath.hashes(0, 1000, 256)).isEqualTo("tile/0/x001/000");
        assertThat(TilePath.entries(1234067, 255)).isEqualTo("tile/entries/x001/x234/067.p/255");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/63/x001/234",
                "tile/entries/x001/x234/067.p/255",
                "tile/1/000.p/1"
            })
    void knowsPathsOfTiles(String path) {
        assertThat(TilePath.matches(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/64/000", "tile/0/0000", "tile/0/../../keys/log", "tile/0/000.p/0",
                        "tile/00/000",
                "tile/entries/x1/000", "tile/0/000.p/1000", "tile/0/000/", "keys/log",
                        "tile/0/000\n"
            })
    void knowsNoOthers(String path) {
        assertThat(TilePath.matches(path)).isFalse();
    }
}
