package city.dure.verification;

import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import city.dure.proofs.SignedHead;
import city.dure.verification.Damage.Kind;
import city.dure.verification.StoredLedger.StoredCheckpoint;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Compares stored checkpoints with the tree as it grows. They cannot be right where the entries are
 * not, so of both only the entries are told.
 */
final class CheckpointCheck {
    private final String origin;
    private final Optional<KeyLine> signer;
    private final Findings findings;
    private final Queue<StoredCheckpoint> expected = new ArrayDeque<>();
    private long contradicted;

    CheckpointCheck(String origin, Optional<KeyLine> signer, Findings findings) {
        this.origin = origin;
        this.signer = signer;
        this.findings = findings;
    }

    /** Takes the stored checkpoints of sizes that come next, in their order. */
    void expect(Collection<StoredCheckpoint> checkpoints) {
        expected.addAll(checkpoints);
    }

    /** The tree has now so many entries; computes its root only where a checkpoint names it. */
    void reached(long size, Supplier<byte[]> root) {
        while (!expected.isEmpty() && expected.element().size() <= size) {
            var checkpoint = expected.remove();
            if (entriesAreSound()) {
                check(checkpoint, size, root).ifPresent(this::contradicted);
            }
        }
    }

    /** The ledger ends here, and the database holds checkpoints of so many larger sizes. */
    void ended(long size, long larger) {
        if (larger > 0 && entriesAreSound()) {
            contradicted(
                    "%d checkpoints name more than the %d entries that there are: the end of the"
                                    .formatted(larger, size)
                            + " ledger was cut off, or the checkpoints are not its own.");
        }
    }

    private Optional<String> check(StoredCheckpoint stored, long size, Supplier<byte[]> root) {
        if (stored.size() != size || !Arrays.equals(stored.root(), root.get())) {
            return Optional.of(
                    "The checkpoint of %d entries has another root than those entries: they were"
                                    .formatted(stored.size())
                            + " rewritten, or it was changed.");
        }
        if (!stored.note().startsWith(text(stored))) {
            return Optional.of(
                    "The signed note of the checkpoint of %d entries names another ledger, size or"
                                    .formatted(size)
                            + " root.");
        }
        return unsigned(stored)
                .map(what ->
                        "The checkpoint of %d entries was not signed with the recorded key: %s."
                                .formatted(size, what));
    }

    private Optional<String> unsigned(StoredCheckpoint stored) {
        if (signer.isEmpty()) {
            return Optional.of("there is none");
        }
        try {
            SignedHead.parse(stored.note()).requireSignedBy(signer.get());
            return Optional.empty();
        } catch (Flawed e) {
            return Optional.of(e.words());
        }
    }

    /** The three lines that the note must begin with. */
    private String text(StoredCheckpoint stored) {
        String root = Base64.getEncoder().encodeToString(stored.root());
        return "%s\n%d\n%s\n".formatted(origin, stored.size(), root);
    }

    private boolean entriesAreSound() {
        return findings.count() == contradicted;
    }

    private void contradicted(String sentence) {
        contradicted++;
        findings.add(null, Kind.CHECKPOINT, sentence);
    }
}
