package city.dure.proofs;

import city.dure.merkle.Hashes;
import city.dure.proofs.Flawed.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A proof of record as it was handed out (C2SP tlog-proof): where an entry stands in a log, and the
 * hashes that lead from it to the signed root. The entry's own bytes travel apart from it.
 *
 * @param index the entry's number, from 0
 * @param hashes the sibling of each step towards the root, beginning at the entry
 * @param firstLine in which line of the text the first of them stands, from 1
 * @param head the checkpoint that they lead to
 */
public record RecordProof(long index, List<byte[]> hashes, int firstLine, SignedHead head) {
    private static final int LONGEST = 120_000;
    private static final int MOST_HASHES = 63;
    private static final String BEGINNING = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /**
     * Reads a proof.
     *
     * @throws Flawed when it is none
     */
    public static RecordProof parse(String text) {
        var lines = Lines.of(text, LONGEST).all();
        if (lines.isEmpty() || !lines.getFirst().equals(BEGINNING)) {
            throw new Flawed(Part.BEGINNING, 1);
        }
        int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
        if (at == 2) {
            Lines.bytes(lines.get(1).substring(EXTRA.length()), Part.BEGINNING, 2);
        }
        int blank = lines.indexOf("");
        if (at == lines.size() || !lines.get(at).startsWith(INDEX)) {
            throw new Flawed(Part.INDEX, at + 1);
        }
        if (blank < 0) {
            throw new Flawed(Part.CHECKPOINT, lines.size());
        }
        long index = Lines.number(lines.get(at).substring(INDEX.length()), Part.INDEX, at + 1);
        var hashes = hashes(lines, at + 1, blank);
        var head = SignedHead.parse(lines.subList(blank + 1, lines.size()), blank + 1);
        if (index >= head.size()) {
            throw new Flawed(Part.BEYOND, at + 1);
        }
        return new RecordProof(index, hashes, at + 2, head);
    }

    /** Reads a proof from a file; otherwise as {@link #parse(String)}. */
    public static RecordProof parse(byte[] file) {
        return parse(Lines.text(file, LONGEST));
    }

    /**
     * Passes when the hashes lead from this entry to the checkpoint's root (RFC 9162 section
     * 2.1.3.2); who signed the checkpoint is asked of {@link #head}.
     *
     * @param leaf the exact bytes of the entry
     * @throws Flawed when they do not
     */
    public void requireLeadsFrom(byte[] leaf) {
        byte[] hash = Hashes.leaf(leaf);
        long node = index;
        long last = head.size() - 1;
        for (byte[] sibling : hashes) {
            if (last == 0) {
                throw new Flawed(Part.PATH);
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hashes.node(sibling, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hashes.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0 || !Arrays.equals(hash, head.root())) {
            throw new Flawed(Part.PATH);
        }
    }

    private static List<byte[]> hashes(List<String> lines, int from, int to) {
        if (to - from > MOST_HASHES) {
            throw new Flawed(Part.LENGTH);
        }
        var hashes = new ArrayList<byte[]>();
        for (int i = from; i < to; i++) {
            hashes.add(Lines.hash(lines.get(i), Part.HASH, i + 1));
        }
        return List.copyOf(hashes);
    }
}
