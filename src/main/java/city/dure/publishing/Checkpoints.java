package city.dure.publishing;

import city.dure.tiles.SignedCheckpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signed checkpoints of the ledger. Each is stored, one a size, before anybody sees it, and
 * continues the one before: no two contradict each other.
 */
@Service
@Transactional
class Checkpoints {
    private static final String SELECT = "select size, root, note from ledger_checkpoint";

    private final JdbcClient jdbc;
    private final Tree tree;
    private final LogKey key;
    private final DurableDatabase durable;

    Checkpoints(JdbcClient jdbc, Tree tree, LogKey key, DurableDatabase durable) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.key = key;
        this.durable = durable;
    }

    /**
     * The checkpoint of the ledger as it is now, signed where it has grown since the newest one.
     *
     * @throws SigningRefused when the ledger does not continue the newest one
     */
    SignedCheckpoint next() {
        var newest = newest().orElse(null);
        Tree.Head head = tree.head();
        if (newest != null && newest.size() == head.size()) {
            return newest; // as in most seconds: nothing is computed, nothing signed
        }
        if (newest != null) {
            requireContinued(newest, head);
        }
        return sign(head);
    }

    /** The newest checkpoint that was stored. */
    @Transactional(readOnly = true)
    Optional<SignedCheckpoint> newest() {
        return jdbc.sql(SELECT + " order by size desc limit 1")
                .query(Checkpoints::checkpoint)
                .optional();
    }

    // Another instance may sign the same size at the same moment: the same bytes.
    private SignedCheckpoint sign(Tree.Head head) {
        durable.flush();
        var signed =
                key.signer()
                        .sign(new Checkpoint(head.origin(), head.size(), tree.root(head.size())));
        jdbc.sql(
                        "insert into ledger_checkpoint (size, root, note, signed_at)"
                                + " values (?, ?, ?, current_timestamp) on conflict do nothing")
                .params(signed.size(), signed.root(), signed.note())
                .update();
        var stored = jdbc.sql(SELECT + " where size = ?").param(signed.size());
        return stored.query(Checkpoints::checkpoint)
                .optional()
                .filter(each -> each.note().equals(signed.note()))
                .orElseThrow(() -> contradiction(signed.size()));
    }

    private void requireContinued(SignedCheckpoint newest, Tree.Head head) {
        if (head.size() < newest.size()
                || !Arrays.equals(tree.root(newest.size()), newest.root())) {
            throw contradiction(newest.size());
        }
    }

    private static SigningRefused contradiction(long size) {
        return new SigningRefused(
                "The ledger in this database is not the one whose checkpoint of %d entries was"
                                .formatted(size)
                        + " signed: it was altered. Run the command verify, and restore a copy"
                        + " from before the damage that it names.");
    }

    private static SignedCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new SignedCheckpoint(
                row.getLong("size"), row.getBytes("root"), row.getString("note"));
    }
}
