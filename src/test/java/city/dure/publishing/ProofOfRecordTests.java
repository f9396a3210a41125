package city.dure.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import city.dure.proofs.RecordProof;
import city.dure.tiles.GrownTree;
import city.dure.tiles.LogUnreadable;
import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.TileFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs of record from tiles, in our own eyes and in those of a foreign program. */
class ProofOfRecordTests {
    private static final String ORIGIN = "test.example/log";
    private static final NoteSigner SIGNER = new NoteSigner(new byte[32]);
    private static final KeyLine KEY = KeyLine.parse(SIGNER.verifier(ORIGIN));

    @TempDir Path home;

    /** Each entry of small trees, and of larger ones where tiles begin and end. */
    @Test
    void leadFromEachEntryToTheSignedRoot() throws IOException {
        var tree = new GrownTree();
        var sizes = LongStream.concat(LongStream.rangeClosed(1, 40), LongStream.of(255, 256, 257));
        for (long size : sizes.toArray()) {
            var signed = grown(tree, size);
            for (long index = 0; index < size; index++) {
                check(tree, index, signed);
            }
        }
        for (long size : new long[] {511, 512, 513, 65_535, 65_536, 65_537, 65_800}) {
            var signed = grown(tree, size);
            for (long index : new long[] {0, 1, 255, 256, size / 2, size - 2, size - 1}) {
                check(tree, index, signed);
            }
        }
    }

    /** Read while the log has grown: the parts are gone, the full tile says the same. */
    @Test
    void holdForASizeBeforeTheNewest() throws IOException {
        var tree = new GrownTree();
        var before = grown(tree, 200);
        grown(tree, 300);
        check(GrownTree.of(200), 7, before);
        assertThat(home.resolve("log/tile/0/000.p")).doesNotExist();
    }

    @Test
    void sayWhenTheFilesAreCutOrForged() throws IOException {
        var tree = new GrownTree();
        var signed = grown(tree, 300);
        Path tile = home.resolve("log/tile/0/001.p/44");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);
        assertThatThrownBy(() -> proof(270, signed)).hasMessageContaining("do not lead");
        Files.write(tile, new byte[32]);
        assertThatThrownBy(() -> proof(270, signed)).isInstanceOf(LogUnreadable.class);
        Files.delete(tile);
        assertThatThrownBy(() -> proof(270, signed)).hasMessageContaining("tile/0/001.p/44");
    }

    @Test
    void areVerifiedByAForeignProgram() throws Exception {
        var random = new Random(20_261_122);
        var tree = new GrownTree();
        try (var foreign = ForeignChecker.start(home)) {
            for (long size : new long[] {1, 2, 3, 255, 256, 257, 300, 65_537, 66_000}) {
                var signed = grown(tree, size);
                for (int i = 0; i < 20; i++) {
                    long index = random.nextLong(size);
                    String text = proof(index, signed);
                    assertThat(ask(foreign, text, index)).isEqualTo("verified " + size);
                    assertThat(ask(foreign, text, index + 1)).startsWith("rejected");
                }
            }
        }
    }

    private String ask(ForeignChecker foreign, String text, long index) throws IOException {
        Path proof = Files.writeString(home.resolve("it.tlog-proof"), text);
        Path entry = Files.write(home.resolve("entry"), leaf(index));
        return foreign.askProof(proof, SIGNER.verifier(ORIGIN), entry);
    }

    private void check(GrownTree tree, long index, SignedCheckpoint signed) {
        var proof = RecordProof.parse(proof(index, signed));
        proof.head().requireSignedBy(KEY);
        proof.requireLeadsFrom(leaf(index));
        assertThat(proof.head().root()).isEqualTo(tree.root());
        assertThat(List.of(proof.index(), proof.head().size())).containsExactly(index, tree.size());
        assertThatThrownBy(() -> proof.requireLeadsFrom(leaf(index + 1)))
                .isInstanceOf(Flawed.class);
    }

    private String proof(long index, SignedCheckpoint signed) {
        return PublishedLog.proof(new TileFolder(home.resolve("log")), index, signed).text();
    }

    private SignedCheckpoint grown(GrownTree tree, long size) throws IOException {
        tree.growTo(size);
        var signed = SIGNER.sign(new Checkpoint(ORIGIN, size, tree.root()));
        new TileFolder(home.resolve("log")).show(signed, tree);
        return signed;
    }

    private static byte[] leaf(long number) {
        return new GrownTree().leaves(number, number + 1).getFirst();
    }
}
