package city.dure.publishing;

import city.dure.merkle.CanonicalJson;
import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An exported ledger in memory, its files by name: to be altered, and written again. */
final class TestPack {
    static final String ORIGIN = "test.example/log";
    static final NoteSigner SIGNER = new NoteSigner(new byte[32]);
    static final String KEY = SIGNER.verifier(ORIGIN);

    private TestPack() {}

    /** Entries from a number on that nobody has seen elsewhere but under this name. */
    static List<byte[]> leaves(String name, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        CanonicalJson.bytes(
                                Map.of(
                                        "details", Map.of("thing", name + i),
                                        "kind", "test.thing_shown/1",
                                        "v", "dure/leaf/1")))
                .toList();
    }

    static String signed(List<byte[]> leaves, int size) {
        var frontier = new Frontier();
        leaves.subList(0, size)
                .forEach(leaf -> frontier.add(Hashes.leaf(leaf), (level, idx, hash) -> {}));
        return SIGNER.sign(new Checkpoint(ORIGIN, size, frontier.root())).note();
    }

    /** A sound pack that was signed at these sizes, the last of them its own. */
    static Map<String, byte[]> of(List<byte[]> leaves, int... sizes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new PackWriter(out, ORIGIN)) {
            for (byte[] leaf : leaves) {
                writer.add(leaf, null);
            }
            writer.finish();
            put(writer, "README.txt", "This is a test.\n");
            put(writer, "key", KEY + "\n");
            put(writer, "checkpoint", signed(leaves, leaves.size()));
            put(
                    writer,
                    "checkpoints",
                    IntStream.of(sizes)
                            .mapToObj(size -> signed(leaves, size) + "\n")
                            .collect(Collectors.joining()));
            put(
                    writer,
                    "counts.json",
                    """
                    {"chain":"%s","entries":"%d","kinds":{"test.thing_shown/1":"%d"}}
                    """
                            .formatted(
                                    HexFormat.of().formatHex(writer.edge().chainHash()),
                                    leaves.size(),
                                    leaves.size()));
        }
        return files(out.toByteArray());
    }

    /** The files in a zip. */
    static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Writes files as one zip. */
    static Path zipped(Path zip, Map<String, byte[]> files) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip;
    }

    /** Writes files below a folder that was not there before. */
    static Path unpacked(Path folder, Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    static void put(PackWriter writer, String name, String text) throws IOException {
        writer.file(name).write(text.getBytes(StandardCharsets.UTF_8));
    }
}
