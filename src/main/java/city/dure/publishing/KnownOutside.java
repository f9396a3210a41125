package city.dure.publishing;

import city.dure.tiles.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Compares the ledger with the checkpoints that are known outside the database: one that was
 * restored from an older copy must not sign a second history.
 */
@Component
class KnownOutside {
    private final Tree tree;
    private final Anchors anchors;

    KnownOutside(Tree tree, Anchors anchors) {
        this.tree = tree;
        this.anchors = anchors;
    }

    /**
     * Passes when this ledger continues what the files name.
     *
     * @param shown the file of the checkpoint that this instance showed last, if there is one
     * @throws SigningRefused when it does not, with what to do
     */
    void requireContinued(Path shown) throws IOException {
        Tree.Head head = tree.head();
        if (Files.exists(shown)) {
            check(head, shown);
        }
        var anchor = anchors.newest();
        if (anchor.isPresent()) {
            check(head, anchor.get());
        }
    }

    private void check(Tree.Head head, Path file) throws IOException {
        SignedCheckpoint known = read(file);
        if (!known.note().startsWith(head.origin() + "\n")) {
            throw new SigningRefused(
                    "The checkpoint in %s is of another log than %s. Give each its own folder."
                            .formatted(file, head.origin()));
        }
        if (known.size() > head.size()) {
            throw new SigningRefused(
                    "This database has fewer entries than the %d that the checkpoint in %s was signed"
                                    .formatted(known.size(), file)
                            + " over: it is a copy from before. Nothing is signed, so that nobody"
                            + " sees two histories. Restore a copy with all of them; to begin anew,"
                            + " begin with an empty data folder.");
        }
        if (!Arrays.equals(tree.root(known.size()), known.root())) {
            throw new SigningRefused(
                    "The first %d entries of this database are not those of the checkpoint in %s."
                                    .formatted(known.size(), file)
                            + " Nothing is signed. Run the command verify, and restore the"
                            + " database to which this checkpoint belongs.");
        }
    }

    private static SignedCheckpoint read(Path file) throws IOException {
        try {
            return SignedCheckpoint.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new SigningRefused(
                    "What stands in %s is no checkpoint. Put the file back from a copy, or move it"
                                    .formatted(file)
                            + " away when it never was one.");
        }
    }
}
