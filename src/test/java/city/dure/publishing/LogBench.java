package city.dure.publishing;

import city.dure.Figures;
import city.dure.merkle.CanonicalJson;
import city.dure.tiles.GrownTree;
import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.TileFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The time of a proof for a random entry, from files alone; and entries a second that are verified
 * from an exported ledger by a process bound to one core and then to two, beside the rate at which
 * that process computes just the leaf hashes of the same bytes.
 *
 * <p>{@code -Dbench.entries=…} sets the size.
 */
@Tag("bench")
class LogBench {
    private static final long ENTRIES = Long.getLong("bench.entries", 1_000_000);
    private static final int PROOFS = 20_000;
    private final Figures figures = new Figures();
    @TempDir Path folder;

    @Test
    void makesProofs() throws IOException {
        var tree = GrownTree.of(ENTRIES);
        var signed = TestPack.SIGNER.sign(new Checkpoint(TestPack.ORIGIN, ENTRIES, tree.root()));
        var files = new TileFolder(folder.resolve("log"));
        long began = System.nanoTime();
        files.show(signed, tree);
        figures.tell("log.write." + ENTRIES, (System.nanoTime() - began) / 1e9, "s", "-");
        var random = new Random(20_261_122);
        times(files, signed, random, PROOFS / 4);
        long[] nanos = times(files, signed, random, PROOFS);
        figures.tell("proof.p50", nanos[PROOFS / 2] / 1e3, "us", "-");
        figures.tell("proof.p99", nanos[PROOFS * 99 / 100] / 1e3, "us", "-");
        figures.write("proofs");
    }

    @Test
    void verifiesPacks() throws Exception {
        Path tenth = pack(ENTRIES / 10);
        Path whole = pack(ENTRIES);
        double small = Figures.of(run(tenth, PackProcess.HEAP, 2), "heap_mb");
        double large = Figures.of(run(whole, PackProcess.HEAP, 2), "heap_mb");
        figures.tell("pack.heap_peak." + ENTRIES / 10, small, "MB", "-");
        figures.tell("pack.heap_peak." + ENTRIES, large, "MB", "%.2f of a tenth", large / small);
        double one = rates(whole, 1);
        double two = rates(whole, 2);
        figures.tell("pack.2cores.speed_up", two / one, "times", "%.2f (aim near 2)", two / one);
        figures.write("packs");
    }

    private static long[] times(
            TileFolder files, SignedCheckpoint signed, Random random, int count) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long began = System.nanoTime();
            PublishedLog.proof(files, random.nextLong(ENTRIES), signed);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private double rates(Path pack, int cores) throws Exception {
        var told = run(pack, PackProcess.RATES, cores);
        double bytes = Figures.of(told, "bytes");
        double hashed = bytes / Figures.of(told, "hash_seconds");
        double verified = bytes / Figures.of(told, "verify_seconds");
        String name = "pack.%dcores.".formatted(cores);
        figures.tell(name + "sha256_of_leaves", hashed / 1e6, "MB/s", "-");
        figures.tell(
                name + "bytes",
                verified / 1e6,
                "MB/s",
                "%.3f of sha256_of_leaves on one core (aim 0.3)",
                verified / hashed);
        double all = ENTRIES / Figures.of(told, "tree_seconds");
        figures.tell(name + "hashes_of_leaves_chain_tree", all, "entries/s", "-");
        double entries = ENTRIES / Figures.of(told, "verify_seconds");
        figures.tell(
                name + "entries",
                entries,
                "entries/s",
                "%.3f of hashes_of_leaves_chain_tree",
                entries / all);
        return entries;
    }

    /** As large as entries of the demo are: some 185 bytes each. */
    private Path pack(long entries) throws IOException {
        Path file = folder.resolve(entries + ".zip");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var writer = new PackWriter(out, TestPack.ORIGIN)) {
            for (long i = 0; i < entries; i++) {
                writer.add(leaf(i), null);
            }
            writer.finish();
            byte[] root = writer.edge().root();
            String note =
                    TestPack.SIGNER.sign(new Checkpoint(TestPack.ORIGIN, entries, root)).note();
            TestPack.put(writer, "README.txt", "A bench.\n");
            TestPack.put(writer, "key", TestPack.KEY + "\n");
            TestPack.put(writer, "checkpoint", note);
            TestPack.put(writer, "checkpoints", note + "\n");
            String chain = HexFormat.of().formatHex(writer.edge().chainHash());
            TestPack.put(
                    writer,
                    "counts.json",
                    "{\"chain\":\"%s\",\"entries\":\"%d\",\"kinds\":{\"test.thing/1\":\"%d\"}}\n"
                            .formatted(chain, entries, entries));
        }
        return file;
    }

    private static byte[] leaf(long number) {
        return CanonicalJson.bytes(
                Map.of(
                        "actor", "merchant-officer",
                        "at", "2026-11-22T05:04:12.%03dZ".formatted(number % 1000),
                        "details", Map.of("thing", "t-%026d".formatted(number), "colour", "blue"),
                        "kind", "test.thing/1",
                        "v", "dure/leaf/1"));
    }

    private static Map<String, Double> run(Path pack, String what, int cores)
            throws IOException, InterruptedException {
        return Figures.run(cores, PackProcess.class, what, pack.toString());
    }
}
