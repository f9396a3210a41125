package city.dure.packs;

import city.dure.merkle.Edge;
import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import city.dure.verification.Damage.Kind;
import city.dure.verification.Findings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chain and tree of an exported ledger, computed anew; each tile that becomes full is compared. */
final class PackTree {
    private static final int TILE_BITS = 8;

    private final PackFile file;
    private final Findings findings;
    private final Edge edge;
    private final Map<Integer, List<byte[]>> tiles = new HashMap<>();

    PackTree(PackFile file, Findings findings, String origin) {
        this.file = file;
        this.findings = findings;
        this.edge = new Edge(new Frontier(), Hashes.genesis(origin));
    }

    long size() {
        return edge.size();
    }

    byte[] root() {
        return edge.root();
    }

    byte[] chainHash() {
        return edge.chainHash();
    }

    void add(byte[] leafHash) throws IOException {
        edge.add(leafHash, this::node);
        for (var tile : tiles.entrySet()) {
            if (tile.getValue().size() == PackFile.WIDTH) {
                compare(tile.getKey(), tile.getValue());
            }
        }
    }

    /** Compares the tiles that are not full. */
    void end() throws IOException {
        for (var tile : tiles.entrySet()) {
            if (!tile.getValue().isEmpty()) {
                compare(tile.getKey(), tile.getValue());
            }
        }
    }

    // The tiles of single entries are compared where those are read.
    private void node(int level, long idx, byte[] hash) {
        if (level % TILE_BITS == 0) {
            tiles.computeIfAbsent(level / TILE_BITS, each -> new ArrayList<>()).add(hash);
        }
    }

    private void compare(int level, List<byte[]> hashes) throws IOException {
        int bits = level * TILE_BITS;
        long number = ((size() >> bits) - 1) / PackFile.WIDTH;
        byte[] found = file.tile(level, number, hashes.size()).orElse(new byte[0]);
        if (findings.none() && !Arrays.equals(found, joined(hashes))) {
            String sentence = "The tile %d of level %d is not what the entries below it give.";
            long first = number * PackFile.WIDTH << bits;
            findings.add(first, Kind.TREE, sentence.formatted(number, level));
        }
        hashes.clear();
    }

    private static byte[] joined(List<byte[]> hashes) {
        var out = new ByteArrayOutputStream();
        hashes.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
