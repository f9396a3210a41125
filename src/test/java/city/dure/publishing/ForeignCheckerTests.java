package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.tiles.GrownTree;
import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.TileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we publish, in the eyes of a program that nobody of this project wrote. */
class ForeignCheckerTests {
    private static final String ORIGIN = "test.example/log";
    private static final NoteSigner SIGNER = new NoteSigner(new byte[32]);
    private static final String VERIFIER = SIGNER.verifier(ORIGIN);

    @TempDir Path home;

    /** Where tiles begin, become full, and get another level: each size one after the other. */
    @Test
    void verifiesEverySize() throws Exception {
        var tree = new GrownTree();
        Path remembered = home.resolve("remembered");
        try (var foreign = ForeignChecker.start(home)) {
            for (long size :
                    LongStream.concat(
                                    LongStream.rangeClosed(1, 300),
                                    LongStream.rangeClosed(65_530, 65_800))
                            .toArray()) {
                tree.growTo(size);
                show(tree);
                Path before = Files.exists(remembered) ? remembered : null;
                assertThat(foreign.ask(home.resolve("log"), VERIFIER, before))
                        .isEqualTo("verified " + size);
                Files.writeString(remembered, signed(tree).note());
            }
        }
    }

    /** Negative controls: what is wrong in one place only is found there. */
    @Test
    void rejectsWhatIsWrong() throws Exception {
        show(GrownTree.of(300));
        Path log = home.resolve("log");
        Path later = home.resolve("later");
        Files.writeString(later, signed(GrownTree.of(301)).note());
        try (var foreign = ForeignChecker.start(home)) {
            assertThat(foreign.ask(log, VERIFIER, null)).isEqualTo("verified 300");
            assertThat(foreign.ask(log, new NoteSigner(b(1)).verifier(ORIGIN), null))
                    .startsWith("rejected");
            assertThat(foreign.ask(log, VERIFIER, later)).contains("shorter than remembered");
            flip(log.resolve("tile/1/000.p/1"));
            assertThat(foreign.ask(log, VERIFIER, null)).contains("tile/1/000.p/1 is not what");
            flip(log.resolve("tile/1/000.p/1"));
            flip(log.resolve("tile/entries/001.p/44"));
            assertThat(foreign.ask(log, VERIFIER, null)).startsWith("rejected");
        }
    }

    private void show(GrownTree tree) throws IOException {
        new TileFolder(home.resolve("log")).show(signed(tree), tree);
    }

    private static SignedCheckpoint signed(GrownTree tree) {
        return SIGNER.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static byte[] b(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }
}
