package city.dure.tiles;

import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree as its files show it; reads the few tiles that an answer needs, once. What it answers is
 * as true as the files are: who hands it on compares it with a signed root.
 */
public final class ShownTree {
    private static final int TILE_BITS = 8;
    private static final int HASH = 32;

    private final TileFolder files;
    private final long size;
    private final Map<String, byte[]> read = new HashMap<>();

    /** The tree of so many entries; files of one that has grown since will do. */
    public ShownTree(TileFolder files, long size) {
        this.files = files;
        this.size = size;
    }

    /** How an entry leads to a root: the sibling of each step, from the entry up. */
    public record Path(List<byte[]> siblings, byte[] root) {}

    /**
     * The path of an entry in the tree over the first entries (RFC 6962 section 2.1.1).
     *
     * @throws LogUnreadable when a file is missing or cut
     */
    public Path path(long index, long first) {
        var siblings = new ArrayList<byte[]>();
        byte[] root = climb(index, 0, first, siblings);
        return new Path(siblings, root);
    }

    /**
     * The root over the first entries.
     *
     * @throws LogUnreadable when a file is missing or cut
     */
    public byte[] root(long first) {
        return new Frontier(first, this::hash).root();
    }

    private byte[] climb(long index, long from, long to, List<byte[]> siblings) {
        if (to - from == 1) {
            return hash(0, index);
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            byte[] left = climb(index, from, middle, siblings);
            siblings.add(over(middle, to));
            return Hashes.node(left, siblings.getLast());
        }
        byte[] right = climb(index, middle, to, siblings);
        siblings.add(over(from, middle));
        return Hashes.node(siblings.getLast(), right);
    }

    private byte[] over(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return hash(level, from >> level);
        }
        long middle = from + Long.highestOneBit(width - 1);
        return Hashes.node(over(from, middle), over(middle, to));
    }

    /** The hash of a complete subtree, computed from the tile below it. */
    private byte[] hash(int level, long idx) {
        int above = level % TILE_BITS;
        long first = idx << above;
        byte[] tile = tile(level / TILE_BITS, first / TilePath.WIDTH);
        int at = (int) (first % TilePath.WIDTH);
        return fold(tile, at, at + (1 << above));
    }

    private static byte[] fold(byte[] tile, int from, int to) {
        if (to - from == 1) {
            return Arrays.copyOfRange(tile, from * HASH, to * HASH);
        }
        int middle = (from + to) / 2;
        return Hashes.node(fold(tile, from, middle), fold(tile, middle, to));
    }

    private byte[] tile(int level, long number) {
        long there = (size >> TILE_BITS * level) - number * TilePath.WIDTH;
        int width = (int) Math.min(TilePath.WIDTH, there);
        return read.computeIfAbsent(
                TilePath.hashes(level, number, width),
                path -> read(path, TilePath.hashes(level, number, TilePath.WIDTH), width));
    }

    // A part goes when its full tile is there, also while this reads.
    private byte[] bytes(String path, String full) throws IOException {
        var part = files.file(path);
        try {
            if (part.isPresent()) {
                return Files.readAllBytes(part.get());
            }
        } catch (NoSuchFileException e) {
            // it went a moment ago: the full tile says the same
        }
        return Files.readAllBytes(
                files.file(full).orElseThrow(() -> new FileNotFoundException(path)));
    }

    private byte[] read(String path, String full, int width) {
        try {
            byte[] bytes = bytes(path, full);
            if (bytes.length < width * HASH) {
                throw new IOException("the file of " + path + " is cut");
            }
            return bytes;
        } catch (IOException e) {
            throw new LogUnreadable("a file of the log cannot be read: " + e.getMessage(), e);
        }
    }
}
