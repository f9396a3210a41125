package city.dure.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFolderTests {
    @TempDir Path home;

    @Test
    void writesTheTilesOfASize() throws IOException {
        show(home, 70_000);

        assertThat(home.resolve("tile/0/000")).hasSize(256 * 32L);
        assertThat(home.resolve("tile/0/272")).exists();
        assertThat(home.resolve("tile/0/273.p/112")).hasSize(112 * 32L);
        assertThat(home.resolve("tile/1/000")).exists();
        assertThat(home.resolve("tile/1/001.p/17")).hasSize(17 * 32L);
        assertThat(home.resolve("tile/2/000.p/1")).hasSize(32);
        assertThat(home.resolve("tile/entries/273.p/112")).exists();
        assertThat(home.resolve("tile/1/001.p/18")).doesNotExist();
        assertThat(new TileFolder(home).shown()).get().extracting("size").isEqualTo(70_000L);
    }

    /** However often it was shown before, and wherever it stopped: the same files. */
    @Test
    void comesToTheSameFilesStepByStep() throws IOException {
        Path steps = home.resolve("steps");
        Path once = home.resolve("once");
        for (long size : new long[] {0, 1, 2, 255, 256, 257, 511, 512, 700, 65_536, 65_793}) {
            show(steps, size);
        }
        show(once, 65_793);

        var atOnce = files(once);
        assertThat(files(steps)).containsAllEntriesOf(atOnce);
        assertThat(atOnce).containsKeys("tile/0/257.p/1", "tile/2/000.p/1", "checkpoint");
        assertThat(steps.resolve("tile/0/001.p")).doesNotExist(); // it is full meanwhile
    }

    @Test
    void showsNoCheckpointWhoseTilesItCouldNotWrite() throws IOException {
        show(home, 10);
        String before = Files.readString(home.resolve("checkpoint"));
        Path tiles = home.resolve("tile/0/000.p");
        Files.delete(tiles.resolve("10"));
        Files.delete(tiles);
        Files.writeString(tiles, "in the way, as a full disk would be");

        assertThatThrownBy(() -> show(home, 20)).isInstanceOf(IOException.class);
        assertThat(home.resolve("checkpoint")).hasContent(before);

        Files.delete(tiles);
        show(home, 20);
        assertThat(tiles.resolve("20")).hasSize(20 * 32L);
        assertThat(new TileFolder(home).shown()).get().extracting("size").isEqualTo(20L);
    }

    @Test
    void givesNoOtherFiles() throws IOException {
        show(home, 3);
        Files.writeString(home.resolve("secret"), "s");
        var folder = new TileFolder(home);

        assertThat(folder.file("tile/0/000.p/3")).isPresent();
        assertThat(folder.file("tile/0/000.p/4")).isEmpty();
        assertThat(folder.file("secret")).isEmpty();
        assertThat(folder.file("tile/../secret")).isEmpty();
    }

    private static void show(Path folder, long size) throws IOException {
        var grown = GrownTree.of(size);
        new TileFolder(folder).show(grown.checkpoint(), grown);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        var found = new TreeMap<String, byte[]>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return found;
    }
}
