package city.dure.packs;

import city.dure.proofs.Flawed;
import city.dure.proofs.KeyLine;
import city.dure.proofs.SignedHead;
import city.dure.replay.Difference;
import city.dure.replay.Replays;
import city.dure.verification.Damage.Kind;
import city.dure.verification.Findings;
import city.dure.verification.RememberedHead;
import city.dure.verification.Report;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes an exported ledger anew from its entries alone: chain, tree, every tile, every
 * checkpoint. Bundles are read by all processors, a few at a time; the memory does not grow with
 * the ledger.
 */
public final class PackCheck {
    private static final int AHEAD = 8;

    private final PackFile file;
    private final @Nullable RememberedHead remembered;
    private final Replays replays;
    private final Findings findings = new Findings();
    private final Findings differences = new Findings();
    private final PackCounts counts = new PackCounts();
    private @Nullable KeyLine key;
    private @Nullable PackTree tree;
    private byte @Nullable [] rootThen;
    private long size;
    private @Nullable SignedHead due;
    private long last = -1;

    /** Checks a file, and hands its entries to new replays. */
    public PackCheck(PackFile file, @Nullable RememberedHead remembered, Replays replays) {
        this.file = file;
        this.remembered = remembered;
        this.replays = replays;
    }

    /**
     * Checks everything that can be checked of a file.
     *
     * @param known the key of the log from somewhere else; null to take the one in the file
     * @param tables to compare with what the entries come to; null to compare with none
     * @throws IllegalStateException when the tables are not of the same length
     * @throws Flawed when key or checkpoint cannot be read
     */
    public Report report(@Nullable KeyLine known, @Nullable JdbcTemplate tables)
            throws IOException {
        SignedHead head = file.checkpoint();
        KeyLine given = file.key();
        key = known == null ? given : known;
        size = head.size();
        tree = new PackTree(file, findings, head.origin());
        requireSigned(head);
        if (!given.line().equals(key().line())) {
            findings.add(null, Kind.CHECKPOINT, "The key in the file is not the one you gave.");
        }
        if (findings.none()) { // otherwise nobody vouches for the size to go to
            file.readme();
            try (var notes = file.checkpoints()) {
                walk(notes);
            }
            end(head);
        }
        if (findings.none()) {
            compare(tables);
        }
        return new Report(
                head.origin(),
                tree().size(),
                0,
                findings.none() ? new RememberedHead(tree().size(), tree().root()) : null,
                findings.first(),
                findings.count(),
                findings.none() ? replays.results() : List.of());
    }

    /** How many of the closed entries are opened in the file, and fit. */
    public String opened() {
        return counts.opened();
    }

    private void compare(@Nullable JdbcTemplate tables) {
        if (tables != null) {
            requireSameLength(tables);
            replays.compare(tables, this::differ);
        }
        findings.addAll(differences);
    }

    private void requireSameLength(JdbcTemplate tables) {
        Long stored = tables.queryForObject("select count(*) from ledger_leaf", Long.class);
        if (!Long.valueOf(size).equals(stored)) {
            throw new IllegalStateException(
                    "the database has %,d entries and the file %,d; export it again"
                            .formatted(stored, size));
        }
    }

    private void differ(Difference difference) {
        differences.add(difference.number(), Kind.REPLAY, difference.sentence());
    }

    private void requireSigned(SignedHead head) {
        try {
            head.requireSignedBy(key());
        } catch (Flawed e) {
            checkpoint(head.size(), e.words());
        }
    }

    private void walk(PackFile.Notes notes) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (var readers = Executors.newFixedThreadPool(processors)) {
            var ahead = new ArrayDeque<Future<PackBundle>>();
            due = next(notes);
            long next = 0;
            for (long number = 0; number * PackFile.WIDTH < size; number++) {
                while (ahead.size() < AHEAD && next * PackFile.WIDTH < size) {
                    ahead.add(read(readers, next++));
                }
                PackBundle bundle = done(ahead.remove());
                take(bundle, notes);
                if (bundle.entries().size() < PackFile.widthOf(number, size)) {
                    readers.shutdownNow();
                    return; // what follows has no place any more
                }
            }
            checkpoints(notes);
        }
    }

    private Future<PackBundle> read(ExecutorService readers, long number) {
        int width = PackFile.widthOf(number, size);
        return readers.submit(() -> PackBundle.read(file, number, width));
    }

    private static PackBundle done(Future<PackBundle> bundle) throws IOException {
        try {
            return bundle.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void take(PackBundle bundle, PackFile.Notes notes) throws IOException {
        bundle.damages().forEach(findings::add);
        for (var entry : bundle.entries()) {
            checkpoints(notes);
            remember();
            long number = tree().size();
            tree().add(entry.hash());
            replays.apply(number, entry.kind(), entry::details, this::differ);
            counts.add(entry);
        }
    }

    /** Compares the checkpoints over the entries so far with the root over them. */
    private void checkpoints(PackFile.Notes notes) throws IOException {
        while (due != null && due.size() <= tree().size()) {
            if (due.size() < tree().size() || due.size() == last) {
                checkpoint(due.size(), "it does not follow the one before it");
            } else if (!Arrays.equals(due.root(), tree().root())) {
                checkpoint(due.size(), "its root is not that of the entries");
            }
            last = due.size();
            due = next(notes);
        }
    }

    private @Nullable SignedHead next(PackFile.Notes notes) throws IOException {
        byte[] note = notes.next();
        if (note == null) {
            return null;
        }
        SignedHead head = SignedHead.parse(note);
        requireSigned(head);
        return head;
    }

    private void end(SignedHead head) throws IOException {
        tree().end();
        remember();
        if (findings.none() && !Arrays.equals(tree().root(), head.root())) {
            checkpoint(size, "its root is not that of the entries");
        }
        if (due != null) {
            checkpoint(due.size(), "it lies beyond the newest one");
        } else if (findings.none() && last != size) {
            checkpoint(size, "it is not the last of those that were signed");
        }
        if (findings.none() && !counts.are(file.counts(), tree())) {
            findings.add(null, Kind.HEAD, "The counts are not those of the entries.");
        }
        if (findings.none() && file.strangers() != 0) {
            String sentence = "The file holds parts that belong to no such ledger.";
            findings.add(null, Kind.HEAD, sentence);
        }
        checkRemembered();
    }

    private void remember() {
        if (remembered != null && remembered.size() == tree().size()) {
            rootThen = tree().root();
        }
    }

    private void checkRemembered() {
        if (remembered == null || Arrays.equals(rootThen, remembered.root())) {
            return;
        }
        findings.add(
                null,
                Kind.REMEMBERED,
                rootThen == null
                        ? "The ledger is shorter than you remember: %d entries, not %d."
                                .formatted(tree().size(), remembered.size())
                        : "The first %d entries are not those you remember: the ledger was rewritten."
                                .formatted(remembered.size()));
    }

    private void checkpoint(long over, String what) {
        String sentence = "The checkpoint over %d entries is wrong: %s.";
        findings.add(null, Kind.CHECKPOINT, sentence.formatted(over, what));
    }

    private PackTree tree() {
        return Objects.requireNonNull(tree);
    }

    private KeyLine key() {
        return Objects.requireNonNull(key);
    }
}
