package city.dure.verification;

import city.dure.verification.StoredLedger.Node;
import city.dure.verification.StoredLedger.StoredCheckpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sealed entries in order, and what the database holds for them elsewhere.
 *
 * @param subjects whom each entry names
 * @param nodes by level, the nodes whose subtrees end in this piece
 * @param checkpoints of the sizes that the ledger has within this piece
 */
record Piece(
        List<StoredEntry> entries,
        Map<UUID, List<EntryCheck.Subject>> subjects,
        Map<Integer, Collection<Node>> nodes,
        List<StoredCheckpoint> checkpoints) {
    private static final int MOST = 2000;

    /** Reads the piece behind another one; the first one behind null. Empty at the end. */
    static Optional<Piece> after(@Nullable Piece before, StoredLedger stored) {
        long from = before == null ? 0 : before.end();
        var entries = stored.sealed(from, MOST);
        return entries.isEmpty() ? Optional.empty() : Optional.of(of(from, entries, stored));
    }

    private static Piece of(long from, List<StoredEntry> entries, StoredLedger stored) {
        long end = entries.getLast().number() + 1;
        var nodes = new HashMap<Integer, Collection<Node>>();
        for (int level = 1; end >> level > 0; level++) {
            if (end >> level > from >> level) {
                nodes.put(level, stored.nodes(level, from >> level, end >> level));
            }
        }
        return new Piece(entries, stored.subjects(entries), nodes, stored.checkpoints(from, end));
    }

    /** One more than its last number. */
    long end() {
        return entries.getLast().number() + 1;
    }

    Collection<EntryCheck.Subject> subjects(StoredEntry entry) {
        return subjects.getOrDefault(entry.id(), List.of());
    }
}
