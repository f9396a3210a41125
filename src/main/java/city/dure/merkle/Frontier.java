package city.dure.merkle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of an RFC 6962 tree that grows leaf by leaf: of each level the one hash that still
 * waits for its right sibling, at most 63 of them.
 */
public final class Frontier {
    /** Is told each node at the moment its subtree becomes complete; level 1 holds pairs. */
    public interface Nodes {
        /** The hash of the subtree over leaves {@code idx << level} up to the next such subtree. */
        void complete(int level, long idx, byte[] hash);
    }

    private final List<byte @Nullable []> waiting = new ArrayList<>();
    private long size;

    /** An empty tree. */
    public Frontier() {}

    /**
     * The edge of a tree that exists already.
     *
     * @param stored gives the hash of each complete subtree asked for; level 0 is a leaf's hash
     */
    public Frontier(long size, Stored stored) {
        this.size = size;
        for (int level = 0; size >> level > 0; level++) {
            boolean waits = (size >> level & 1) == 1;
            waiting.add(waits ? stored.hash(level, (size >> level) - 1) : null);
        }
    }

    /** Where the hashes of complete subtrees are kept. */
    public interface Stored {
        /** The hash of a complete subtree; level 0 is a leaf's hash. */
        byte[] hash(int level, long idx);
    }

    /** A copy that grows on its own. */
    public Frontier copy() {
        var copy = new Frontier();
        copy.waiting.addAll(waiting);
        copy.size = size;
        return copy;
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Appends a leaf by its hash. */
    public void add(byte[] leafHash, Nodes nodes) {
        byte[] hash = leafHash;
        int level = 0;
        for (byte[] left = at(0); left != null; left = at(level)) {
            hash = Hashes.node(left, hash);
            waiting.set(level++, null);
            nodes.complete(level, (size >> level), hash);
        }
        if (level == waiting.size()) {
            waiting.add(hash);
        } else {
            waiting.set(level, hash);
        }
        size++;
    }

    /** The root over all leaves so far; of the empty tree the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (byte[] left : waiting) {
            if (left != null) {
                root = root == null ? left : Hashes.node(left, root);
            }
        }
        return root == null ? Hashes.plain(new byte[0]) : root;
    }

    private byte @Nullable [] at(int level) {
        return level < waiting.size() ? waiting.get(level) : null;
    }
}
