package city.dure.publishing;

import city.dure.Figures;
import city.dure.merkle.Hashing;
import city.dure.packs.PackCheck;
import city.dure.packs.PackFile;
import city.dure.replay.Replays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

/** A process that checks an exported ledger and tells figures, a name and a number a line. */
final class PackProcess {
    static final String HEAP = "heap";
    static final String RATES = "rates";

    private PackProcess() {}

    /** What to tell, and the file. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals(HEAP)) {
            var most = Figures.heap();
            check(file);
            Figures.say("heap_mb", most.get() / 1e6);
        } else {
            hash(file); // for the compiler
            Figures.say("bytes", hash(file));
            check(file);
            Figures.say("verify_seconds", check(file));
        }
    }

    private static double check(Path path) throws IOException {
        long began = System.nanoTime();
        try (var file = new PackFile(path)) {
            var report = new PackCheck(file, null, Replays.of()).report(null, null);
            if (!report.sound()) {
                throw new IllegalStateException(report.damages().toString());
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** Only the time for the hashes counts, not that for reading; returns the bytes of leaves. */
    private static long hash(Path path) throws IOException {
        var hashing = new Hashing();
        try (var zip = new ZipFile(path.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith("tile/entries/")) {
                    hashing.of(leaves(zip.getInputStream(entry).readAllBytes()));
                }
            }
        }
        Figures.say("hash_seconds", hashing.leafSeconds());
        Figures.say("tree_seconds", hashing.seconds());
        return hashing.bytes();
    }

    private static List<byte[]> leaves(byte[] bundle) {
        var leaves = new ArrayList<byte[]>();
        for (int at = 0; at < bundle.length; ) {
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            leaves.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return leaves;
    }
}
