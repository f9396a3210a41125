package city.dure.publishing;

import city.dure.merkle.Edge;
import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import city.dure.tiles.TilePath;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ledger into one zip file, entry by entry: the tiles and bundles as they stand at {@code
 * /log/}, and beside each bundle what opens its entries. The same entries give the same bytes.
 */
final class PackWriter implements Closeable {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int TILE_BITS = 8;
    private static final int HASH = 32;

    private final ZipOutputStream zip;
    private final Edge edge;
    private final List<ByteArrayOutputStream> tiles = new ArrayList<>();
    private final long[] written = new long[Long.SIZE / TILE_BITS];
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final ByteArrayOutputStream openings = new ByteArrayOutputStream();

    PackWriter(OutputStream out, String origin) {
        zip = new ZipOutputStream(out);
        edge = new Edge(new Frontier(), Hashes.genesis(origin));
    }

    /** How many entries are in it, and the end of chain and tree over them. */
    Edge edge() {
        return edge;
    }

    /**
     * Adds the next entry.
     *
     * @param opening what opens it, as a line; null in a pack that is published
     */
    void add(byte[] leaf, byte @Nullable [] opening) throws IOException {
        if (opening != null) {
            openings.writeBytes(opening);
            openings.write('\n');
        }
        bundle.write(leaf.length >> Byte.SIZE);
        bundle.write(leaf.length);
        bundle.writeBytes(leaf);
        byte[] hash = Hashes.leaf(leaf);
        tile(0).writeBytes(hash);
        edge.add(hash, this::node);
        for (int level = 0; level < tiles.size(); level++) {
            if (tile(level).size() == TilePath.WIDTH * HASH) {
                write(level);
            }
        }
    }

    /** Writes what is not full yet; nothing can be added afterwards. */
    void finish() throws IOException {
        for (int level = 0; level < tiles.size(); level++) {
            if (tile(level).size() > 0) {
                write(level);
            }
        }
    }

    /** Adds a file of text; it stays open for what is written to it before the next one. */
    OutputStream file(String name) throws IOException {
        begin(name, Deflater.DEFAULT_COMPRESSION);
        return zip;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void node(int level, long idx, byte[] hash) {
        if (level % TILE_BITS == 0) {
            tile(level / TILE_BITS).writeBytes(hash);
        }
    }

    private ByteArrayOutputStream tile(int level) {
        while (tiles.size() <= level) {
            tiles.add(new ByteArrayOutputStream(TilePath.WIDTH * HASH));
        }
        return tiles.get(level);
    }

    private void write(int level) throws IOException {
        var tile = tile(level);
        long number = written[level]++;
        int width = tile.size() / HASH;
        if (level == 0) {
            String path = TilePath.entries(number, width);
            write(path, bundle, Deflater.BEST_SPEED);
            if (openings.size() > 0) {
                write(path.replace("tile/entries", "openings"), openings, Deflater.BEST_SPEED);
            }
        }
        write(TilePath.hashes(level, number, width), tile, Deflater.NO_COMPRESSION);
    }

    private void write(String name, ByteArrayOutputStream content, int level) throws IOException {
        begin(name, level);
        content.writeTo(zip);
        zip.closeEntry();
        content.reset();
    }

    private void begin(String name, int level) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }
}
