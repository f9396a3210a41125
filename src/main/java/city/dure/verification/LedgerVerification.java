package city.dure.verification;

import city.dure.replay.Replays;
import city.dure.verification.Damage.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes the whole ledger anew from its stored bytes, in one snapshot of the database, and
 * compares: leaf hashes, chain, tree, openings, subjects, head, what lists are found by, stored
 * checkpoints; and that no entry is outside. Modules replay the entries meanwhile, and compare with
 * their tables. It writes nothing and needs the same memory for any length.
 */
public final class LedgerVerification {
    private static final String WITHOUT_ENTRY =
            " o where not exists (select 1 from ledger_entry e where e.id = o.entry_id)";
    private final StoredLedger stored;
    private final Findings findings = new Findings();

    private final JdbcTemplate jdbc;
    private final Replaying replaying;
    private final LongConsumer progress;

    private LedgerVerification(JdbcTemplate jdbc, Replays replays, LongConsumer progress) {
        this.jdbc = jdbc;
        stored = new StoredLedger(jdbc);
        this.progress = progress;
        replaying = new Replaying(replays, findings, progress);
    }

    /**
     * Checks the ledger in a database without replaying its entries.
     *
     * @param remembered as for the check with replays
     * @throws SQLException when the database cannot be read
     * @throws IllegalStateException when there is no ledger in it
     */
    public static Report check(DataSource database, @Nullable RememberedHead remembered)
            throws SQLException {
        return check(database, remembered, Replays.of(), number -> {});
    }

    /**
     * Checks the ledger in a database, and what modules keep beside it.
     *
     * @param remembered a head from before that the ledger must continue; null to check only that
     *     it agrees with itself
     * @param replays new ones
     * @param progress told the number of each entry that was found sound, and the last one again
     *     while lists are checked; what it throws ends the check
     * @throws SQLException when the database cannot be read
     * @throws IllegalStateException when there is no ledger in it
     */
    public static Report check(
            DataSource database,
            @Nullable RememberedHead remembered,
            Replays replays,
            LongConsumer progress)
            throws SQLException {
        return OneMoment.<Report, RuntimeException>read(
                database,
                tables -> new LedgerVerification(tables, replays, progress).report(remembered));
    }

    private Report report(@Nullable RememberedHead remembered) {
        var head = stored.head();
        if (head == null) {
            throw new IllegalStateException("the database holds no ledger that has begun");
        }
        var walk = new Walk(stored, findings, replaying, head.origin(), remembered);
        walk.toTheEnd();
        checkHead(head, walk);
        walk.checkCheckpointsBeyond();
        long pending = checkPending();
        checkLost();
        checkRemembered(remembered, walk);
        if (findings.none()) {
            long last = walk.size() - 1;
            walk.filing().check(stored, () -> progress.accept(last)).ifPresent(findings::add);
        }
        var replayed = replaying.compare(jdbc);
        return new Report(
                head.origin(),
                walk.size(),
                pending,
                findings.none() ? new RememberedHead(walk.size(), walk.root()) : null,
                findings.first(),
                findings.count(),
                replayed);
    }

    private void checkHead(StoredLedger.Head head, Walk walk) {
        if (walk.size() < head.size()) {
            findings.add(
                    walk.size(),
                    Kind.DELETED,
                    "The end of the ledger was cut off: entries %d to %d were deleted."
                            .formatted(walk.size(), head.size() - 1));
        } else if (walk.size() > head.size()
                || stored.count("ledger_leaf") > walk.size()
                || !Arrays.equals(walk.chain(), head.chainHash())) {
            findings.add(null, Kind.HEAD, "The head of the ledger does not belong to its entries.");
        } else if (findings.none() && stored.count("ledger_node") != walk.nodeCount()) {
            findings.add(null, Kind.TREE, "The tree holds nodes that belong to no entries.");
        }
    }

    private long checkPending() {
        long count = 0;
        List<StoredEntry> piece = stored.waiting(Long.MIN_VALUE);
        while (!piece.isEmpty()) {
            for (StoredEntry entry : piece) {
                String name = "the waiting entry " + entry.id();
                var checked = EntryCheck.check(entry, name, entry.waitingSubjects());
                if (checked.meaning() != null) {
                    replaying.add(entry, checked.meaning().details());
                } else if (checked.damage() != null) {
                    findings.add(checked.damage());
                }
            }
            count += piece.size();
            piece = stored.waiting(piece.getLast().number() + 1);
        }
        return count;
    }

    private void checkLost() {
        long lost =
                stored.count(
                        """
                        ledger_entry e
                        where not exists (select 1 from ledger_leaf l where l.entry_id = e.id)
                        and not exists (select 1 from ledger_pending p where p.entry_id = e.id)
                        """);
        if (lost > 0) {
            findings.add(
                    null,
                    Kind.LOST,
                    "%d recorded entries have no number and wait for none.".formatted(lost));
        }
        long twice = stored.count("ledger_pending p join ledger_leaf l on l.entry_id = p.entry_id");
        if (twice > 0) {
            findings.add(
                    null, Kind.LOST, "%d sealed entries wait to be sealed again.".formatted(twice));
        }
        checkOwnerless();
    }

    private void checkOwnerless() {
        long doubled =
                stored.count(
                        "(select entry_id from ledger_pending group by entry_id"
                                + " having count(*) > 1) d");
        if (doubled > 0) {
            findings.add(null, Kind.LOST, "%d entries wait more than once.".formatted(doubled));
        }
        long openings = stored.count("ledger_opening" + WITHOUT_ENTRY);
        if (openings > 0) {
            findings.add(null, Kind.OPENING, "%d openings belong to no entry.".formatted(openings));
        }
        long subjects = stored.count("ledger_subject" + WITHOUT_ENTRY);
        if (subjects > 0) {
            findings.add(null, Kind.SUBJECT, "%d subjects belong to no entry.".formatted(subjects));
        }
    }

    private void checkRemembered(@Nullable RememberedHead remembered, Walk walk) {
        if (remembered == null) {
            return;
        }
        if (walk.rootThen() == null) {
            findings.add(
                    walk.size(),
                    Kind.REMEMBERED,
                    "The ledger is shorter than you remember: %d entries, not %d."
                            .formatted(walk.size(), remembered.size()));
        } else if (!Arrays.equals(walk.rootThen(), remembered.root())) {
            findings.add(
                    null,
                    Kind.REMEMBERED,
                    "The first %d entries are not those you remember: the ledger was rewritten."
                            .formatted(remembered.size()));
        }
    }
}
