package city.dure.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the log, as anybody may copy them: tiles and bundles that never change once written,
 * and the checkpoint, replaced last. What a crash leaves half done is written again, the same.
 */
public record TileFolder(Path folder) {
    private static final int LEVEL_BITS = 8;

    /** The file of a path below the log's address, when it is written. */
    public Optional<Path> file(String path) {
        boolean known = path.equals("checkpoint") || TilePath.matches(path);
        return Optional.of(folder.resolve(path)).filter(file -> known && Files.isRegularFile(file));
    }

    /** The checkpoint that is shown now. */
    public Optional<SignedCheckpoint> shown() throws IOException {
        var file = file("checkpoint");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(SignedCheckpoint.read(Files.readString(file.get())));
    }

    /**
     * Writes what a larger tree has more, and then shows its checkpoint.
     *
     * @throws LogUnreadable when the source lacks some of it
     */
    public void show(SignedCheckpoint checkpoint, TreeSource source) throws IOException {
        extend(source, shown().map(SignedCheckpoint::size).orElse(0L), checkpoint.size());
        byte[] note = checkpoint.note().getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve("checkpoint"), note);
    }

    private void extend(TreeSource source, long from, long size) throws IOException {
        for (int level = 0; size >> LEVEL_BITS * level > 0; level++) {
            long had = from >> LEVEL_BITS * level;
            long has = size >> LEVEL_BITS * level;
            for (long first = had - had % TilePath.WIDTH; had < has; first += TilePath.WIDTH) {
                long end = Math.min(first + TilePath.WIDTH, has);
                write(source, level, first, end);
                had = end;
            }
        }
    }

    private void write(TreeSource source, int level, long first, long end) throws IOException {
        long number = first / TilePath.WIDTH;
        int width = (int) (end - first);
        if (level == 0) {
            put(TilePath.entries(number, width), bundle(source.leaves(first, end), width));
        }
        put(TilePath.hashes(level, number, width), joined(source.hashes(level, first, end), width));
    }

    /** Once a tile is full, clients ask for it instead of its parts. */
    private void put(String path, byte[] bytes) throws IOException {
        WholeFile.write(folder.resolve(path), bytes);
        if (!path.contains(".p/")) {
            remove(folder.resolve(path + ".p"));
        }
    }

    private static void remove(Path parts) throws IOException {
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(parts);
        }
    }

    /** Each entry with its length in front, two bytes. */
    private static byte[] bundle(List<byte[]> leaves, int width) {
        require(leaves, width);
        var out = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            out.write(leaf.length >> LEVEL_BITS);
            out.write(leaf.length);
            out.writeBytes(leaf);
        }
        return out.toByteArray();
    }

    private static byte[] joined(List<byte[]> hashes, int width) {
        require(hashes, width);
        var out = new ByteArrayOutputStream();
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void require(List<byte[]> found, int width) {
        if (found.size() != width) {
            throw new LogUnreadable(
                    "The stored ledger lacks %d of %d hashes or entries of a tile. Run the command"
                                    .formatted(width - found.size(), width)
                            + " verify.",
                    null);
        }
    }
}
