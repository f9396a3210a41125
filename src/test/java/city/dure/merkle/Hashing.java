package city.dure.merkle;

import java.util.List;

/**
 * The time that the hashes of a ledger take by themselves: of the leaves, and of those with chain
 * and tree over them, which whoever verifies a ledger cannot save.
 */
public final class Hashing {
    private final Edge edge = new Edge(new Frontier(), Hashes.genesis("bench"));
    private long leafNanos;
    private long treeNanos;
    private long bytes;

    public void of(List<byte[]> leaves) {
        long began = System.nanoTime();
        var hashes = leaves.stream().map(Hashes::leaf).toList();
        long hashed = System.nanoTime();
        hashes.forEach(hash -> edge.add(hash, (level, idx, node) -> {}));
        treeNanos += System.nanoTime() - hashed;
        leafNanos += hashed - began;
        bytes += leaves.stream().mapToLong(leaf -> leaf.length).sum();
    }

    /** How many leaves there were. */
    public long entries() {
        return edge.size();
    }

    public long bytes() {
        return bytes;
    }

    public double leafSeconds() {
        return leafNanos / 1e9;
    }

    public double seconds() {
        return (leafNanos + treeNanos) / 1e9;
    }
}
