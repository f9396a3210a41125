package city.dure.publishing;

import city.dure.tiles.LogUnreadable;
import city.dure.tiles.ShownTree;
import city.dure.tiles.SignedCheckpoint;
import city.dure.tiles.TileFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The log as this instance shows it: proofs of record and roots, from its files alone, so that the
 * tables pay nothing for whoever asks.
 */
@Service
public class PublishedLog {
    private final Publisher publisher;
    private final Tree tree;
    private final LogKey key;

    PublishedLog(Publisher publisher, Tree tree, LogKey key) {
        this.publisher = publisher;
        this.tree = tree;
        this.key = key;
    }

    /** The log's name. */
    public String origin() {
        return tree.head().origin();
    }

    /** The line by which clients know whose signature to trust. */
    public String key() {
        return key.signer().verifier(origin());
    }

    /**
     * A checkpoint that is shown.
     *
     * @param size how many entries
     * @param root the root over them, in base 64
     * @param note its signed text
     */
    public record Shown(String origin, long size, String root, String note) {}

    /** The checkpoint that is shown now; empty in the first second of a new portal. */
    public Optional<Shown> shown() {
        return Optional.ofNullable(publisher.shown()).map(PublishedLog::shown);
    }

    /**
     * A proof that an entry is in the log (C2SP tlog-proof).
     *
     * @param index the entry's number
     * @param head the checkpoint that it leads to
     * @param text the file as clients take it
     */
    public record Proof(long index, Shown head, String text) {}

    /**
     * The proof of an entry.
     *
     * @param atMost how long to wait for a checkpoint that covers it
     * @return empty when none does in time
     * @throws LogUnreadable when the files do not lead to what was signed
     */
    public Optional<Proof> proof(long index, Duration atMost) {
        return Optional.ofNullable(publisher.awaitMoreThan(index, atMost))
                .filter(newest -> index >= 0 && index < newest.size())
                .map(newest -> proof(publisher.files(), index, newest));
    }

    /**
     * The root over the first entries, in base 64.
     *
     * @return empty when not so many are shown yet
     * @throws LogUnreadable when nothing is shown, or the files are not what was signed
     */
    public Optional<String> root(long size) {
        var newest = newest();
        return size > newest.size()
                ? Optional.empty()
                : Optional.of(base64(tree(newest).root(size)));
    }

    /**
     * The hashes that lead from an entry to the root over the first entries, in base 64.
     *
     * @return empty when not so many are shown yet
     * @throws LogUnreadable when nothing is shown, or the files are not what was signed
     */
    public Optional<List<String>> path(long index, long size) {
        var newest = newest();
        return index < 0 || index >= size || size > newest.size()
                ? Optional.empty()
                : Optional.of(hashes(tree(newest).path(index, size)));
    }

    private SignedCheckpoint newest() {
        var newest = publisher.shown();
        if (newest == null) {
            throw new LogUnreadable("nothing is published", null);
        }
        return newest;
    }

    /** The tree of the files, once they lead to the root that was signed. */
    private ShownTree tree(SignedCheckpoint newest) {
        var tree = new ShownTree(publisher.files(), newest.size());
        if (!Arrays.equals(tree.root(newest.size()), newest.root())) {
            throw new LogUnreadable("the files of the log do not lead to the signed root", null);
        }
        return tree;
    }

    private static List<String> hashes(ShownTree.Path path) {
        return path.siblings().stream().map(PublishedLog::base64).toList();
    }

    static Proof proof(TileFolder files, long index, SignedCheckpoint newest) {
        var path = new ShownTree(files, newest.size()).path(index, newest.size());
        if (!Arrays.equals(path.root(), newest.root())) {
            throw new LogUnreadable(
                    "the files of the log do not lead from entry %d to the root over %d entries"
                            .formatted(index, newest.size()),
                    null);
        }
        var lines = new ArrayList<>(List.of("c2sp.org/tlog-proof@v1", "index " + index));
        lines.addAll(hashes(path));
        String text = String.join("\n", lines) + "\n\n" + newest.note();
        return new Proof(index, shown(newest), text);
    }

    private static Shown shown(SignedCheckpoint newest) {
        return new Shown(newest.origin(), newest.size(), base64(newest.root()), newest.note());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
