package city.dure.verification;

import city.dure.merkle.Frontier;
import city.dure.merkle.Hashes;
import city.dure.verification.Damage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks the sealed entries from number 0 on and computes chain and tree anew. */
final class Walk {
    private final StoredLedger stored;
    private final Findings findings;
    private final Replaying replaying;
    private final @Nullable RememberedHead remembered;
    private final Frontier frontier = new Frontier();
    private final Filing filing = new Filing();
    private final Map<Integer, List<StoredLedger.Node>> nodes = new TreeMap<>();
    private final CheckpointCheck checkpoints;
    private byte[] chain;
    private Instant sealedAt = Instant.EPOCH;
    private byte @Nullable [] rootThen;
    private long next;
    private long nodeCount;

    Walk(
            StoredLedger stored,
            Findings findings,
            Replaying replaying,
            String origin,
            @Nullable RememberedHead remembered) {
        this.stored = stored;
        this.findings = findings;
        this.replaying = replaying;
        this.remembered = remembered;
        this.chain = Hashes.genesis(origin);
        this.checkpoints = new CheckpointCheck(origin, stored.signer(origin), findings);
    }

    /** Goes to the end; afterwards the getters tell what was found. */
    void toTheEnd() {
        checkpoints.expect(stored.checkpoints(Long.MIN_VALUE, 0));
        remember();
        Ahead.<Piece>read(before -> Piece.after(before, stored), this::walk);
    }

    /** Compares with what was signed of a longer ledger, once the head is known to be right. */
    void checkCheckpointsBeyond() {
        checkpoints.ended(next, stored.checkpointsLargerThan(next));
    }

    private void walk(Piece piece) {
        checkpoints.expect(piece.checkpoints());
        // An entry's own check needs no other one; what follows from its place comes in order.
        piece.entries().parallelStream()
                .map(entry -> EntryStep.of(entry, piece.subjects(entry), filing))
                .toList()
                .forEach(this::step);
        checkNodes(piece);
    }

    /** An entry after its own check: damage, or what it says. */
    private record EntryStep(StoredEntry entry, @Nullable Damage damage, @Nullable Sound sound) {
        static EntryStep of(
                StoredEntry entry, Collection<EntryCheck.Subject> subjects, Filing filing) {
            var checked = EntryCheck.check(entry, "entry " + entry.number(), subjects);
            var meaning = checked.meaning();
            return new EntryStep(
                    entry,
                    checked.damage(),
                    meaning == null
                            ? null
                            : new Sound(
                                    filing.share(entry.number(), meaning, subjects),
                                    meaning.details()));
        }
    }

    /** What a sound entry asks of lists, and says to the modules. */
    private record Sound(Filing.Share share, Map<String, Object> details) {}

    /** One more than the highest number. */
    long size() {
        return next;
    }

    byte[] chain() {
        return chain;
    }

    /** What lists are found by, as the entries ask for it. */
    Filing filing() {
        return filing;
    }

    /** How many nodes the tree over the entries has. */
    long nodeCount() {
        return nodeCount;
    }

    byte[] root() {
        return frontier.root();
    }

    /** The root at the size that is remembered; null when the ledger is shorter. */
    byte @Nullable [] rootThen() {
        return rootThen;
    }

    private void step(EntryStep step) {
        var entry = step.entry();
        long number = entry.number();
        if (number != next) {
            gap(next, number - 1);
        }
        if (step.sound() != null) {
            sound(entry, step.sound());
        } else if (step.damage() != null) {
            findings.add(step.damage());
        }
        byte[] leafHash = Objects.requireNonNull(entry.leafHash());
        byte[] link = Hashes.chain(chain, leafHash);
        if (number == next && !Arrays.equals(link, entry.chainHash())) {
            findings.add(
                    number,
                    Kind.CHAIN,
                    "The chain is broken at entry %d: it was exchanged, moved or sealed anew."
                            .formatted(number));
        }
        checkTime(entry);
        // Goes on from what is stored, so that each damage is told once, where it is.
        chain = Objects.requireNonNull(entry.chainHash());
        frontier.add(leafHash, this::complete);
        next = number + 1;
        remember();
    }

    private void sound(StoredEntry entry, Sound sound) {
        filing.add(sound.share());
        replaying.add(entry, sound.details());
    }

    private void gap(long first, long last) {
        findings.add(
                first,
                Kind.DELETED,
                first == last
                        ? "Entry %d was deleted.".formatted(first)
                        : "Entries %d to %d were deleted.".formatted(first, last));
    }

    private void checkTime(StoredEntry entry) {
        Instant at = Objects.requireNonNull(entry.sealedAt());
        if (at.isBefore(sealedAt)) {
            findings.add(
                    entry.number(),
                    Kind.TIME,
                    "Entry %d is said to be sealed before the one in front of it."
                            .formatted(entry.number()));
        }
        sealedAt = at;
    }

    private void remember() {
        if (remembered != null && remembered.size() == next) {
            rootThen = frontier.root();
        }
        checkpoints.reached(next, frontier::root);
    }

    private void complete(int level, long idx, byte[] hash) {
        nodes.computeIfAbsent(level, each -> new ArrayList<>())
                .add(new StoredLedger.Node(idx, hash));
        nodeCount++;
    }

    // The nodes cannot be right where the entries are not, so only the first cause is told.
    private void checkNodes(Piece piece) {
        if (findings.none()) {
            nodes.entrySet().stream()
                    .flatMap(each ->
                            firstBad(each.getKey(), each.getValue(), piece.nodes()).stream())
                    .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.number())))
                    .forEach(findings::add);
        }
        nodes.clear();
    }

    private static Optional<Damage> firstBad(
            int level,
            List<StoredLedger.Node> computed,
            Map<Integer, Collection<StoredLedger.Node>> stored) {
        var found = stored.getOrDefault(level, List.of()).iterator();
        for (var node : computed) {
            var other = found.hasNext() ? found.next() : null;
            if (other == null
                    || other.idx() != node.idx()
                    || !Arrays.equals(other.hash(), node.hash())) {
                return Optional.of(badNode(level, node.idx()));
            }
        }
        return Optional.empty();
    }

    private static Damage badNode(int level, long idx) {
        long first = idx << level;
        long last = first + (1L << level) - 1;
        return new Damage(
                first,
                Kind.TREE,
                "The tree's node over the entries %d to %d was changed or deleted."
                        .formatted(first, last));
    }
}
