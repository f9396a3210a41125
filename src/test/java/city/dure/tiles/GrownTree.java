package city.dure.tiles;

import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A tree in memory whose entries say their numbers. */
public final class GrownTree implements TreeSource {
    private final Frontier frontier = new Frontier();
    private final Map<Integer, List<byte[]>> levels = new HashMap<>();

    public static GrownTree of(long size) {
        var tree = new GrownTree();
        tree.growTo(size);
        return tree;
    }

    public void growTo(long size) {
        for (long number = frontier.size(); number < size; number++) {
            byte[] hash = Hashes.leaf(leaf(number));
            level(0).add(hash);
            frontier.add(
                    hash,
                    (level, idx, node) -> {
                        if (level % 8 == 0) {
                            level(level / 8).add(node);
                        }
                    });
        }
    }

    public long size() {
        return frontier.size();
    }

    public byte[] root() {
        return frontier.root();
    }

    /** A checkpoint that nobody signed. */
    public SignedCheckpoint checkpoint() {
        String root = Base64.getEncoder().encodeToString(root());
        String text = "test\n" + frontier.size() + "\n" + root + "\n";
        return new SignedCheckpoint(frontier.size(), root(), text + "\n— test bm9uZQ==\n");
    }

    @Override
    public List<byte[]> hashes(int level, long from, long to) {
        return level(level).subList((int) from, (int) to);
    }

    @Override
    public List<byte[]> leaves(long from, long to) {
        return LongStream.range(from, to).mapToObj(GrownTree::leaf).toList();
    }

    private List<byte[]> level(int level) {
        return levels.computeIfAbsent(level, each -> new ArrayList<>());
    }

    private static byte[] leaf(long number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }
}
