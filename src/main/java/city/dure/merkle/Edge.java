package city.dure.merkle;

/** The growing end of a ledger: where the next leaf goes, in the tree and in the chain. */
public final class Edge {
    private final Frontier frontier;
    private byte[] chainHash;

    /** The end of a tree and of the chain over the same leaves. */
    public Edge(Frontier frontier, byte[] chainHash) {
        this.frontier = frontier;
        this.chainHash = chainHash;
    }

    /** How many leaves there are, which is the number of the next one. */
    public long size() {
        return frontier.size();
    }

    /** The chain hash of the last leaf. */
    public byte[] chainHash() {
        return chainHash;
    }

    /** The root over all leaves so far. */
    public byte[] root() {
        return frontier.root();
    }

    /** A copy that grows on its own. */
    public Edge copy() {
        return new Edge(frontier.copy(), chainHash);
    }

    /** Appends a leaf by its hash, and tells the nodes that become complete. */
    public void add(byte[] leafHash, Frontier.Nodes nodes) {
        chainHash = Hashes.chain(chainHash, leafHash);
        frontier.add(leafHash, nodes);
    }
}
