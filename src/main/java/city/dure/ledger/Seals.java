package city.dure.ledger;

import city.dure.ledger.EntryWriter.Waiting;
import city.dure.merkle.Edge;
import city.dure.merkle.Frontier;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals batches of pending entries, each in one transaction under the lock of the head row: dense
 * numbers, chain hash, nodes of complete subtrees.
 */
@Component
class Seals {
    /** Entries a batch: some 20 MB at worst, as a leaf has at most 22 KB. */
    static final int MOST = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private @Nullable Edge known;

    Seals(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An entry was altered between its recording and its seal; it is not sealed. */
    static final class Refused extends RuntimeException {
        Refused(UUID entry) {
            super("entry " + entry + " is not what was recorded; sealing stops in front of it");
        }
    }

    /** The batch that was sealed: each entry's wait between its recording and the seal, in ms. */
    record Batch(List<Long> waits) {
        boolean full() {
            return waits.size() == MOST;
        }
    }

    /** Whether anything waits; takes no lock. */
    boolean anyPending() {
        return !jdbc.queryForList("select 1 from ledger_pending limit 1", Integer.class).isEmpty();
    }

    /**
     * Seals the next entries in their order.
     *
     * @throws Refused when the stored bytes of an entry no longer have the hash of its recording
     */
    synchronized Batch sealNext() {
        return Objects.requireNonNull(transaction.execute(status -> sealUnderLock()));
    }

    private Batch sealUnderLock() {
        Head head =
                jdbc.queryForObject(
                        "select size, chain_hash, sealed_at from ledger_head for update",
                        Seals::head);
        var waiting = sound(waiting());
        if (head == null || waiting.isEmpty()) {
            return new Batch(List.of());
        }
        Edge edge = edge(head).copy();
        Instant sealedAt = insert(waiting, edge, head.sealedAt());
        jdbc.update(
                "update ledger_head set size = ?, chain_hash = ?, sealed_at = ? where id = 1",
                edge.size(),
                edge.chainHash(),
                sealedAt.atOffset(ZoneOffset.UTC));
        known = edge;
        return new Batch(waiting.stream().map(each -> each.waited(sealedAt)).toList());
    }

    private Instant insert(List<Waiting> waiting, Edge edge, Instant before) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant sealedAt = now.isAfter(before) ? now : before.plusMillis(1);
        var rows = new Rows(sealedAt.atOffset(ZoneOffset.UTC));
        waiting.forEach(each -> rows.add(each, edge));
        rows.write(jdbc);
        rows.days.forEach(this::extendDay);
        delete(waiting);
        return sealedAt;
    }

    private void extendDay(LocalDate day, long[] firstAndLast) {
        Date date = Date.valueOf(day);
        String update = "update ledger_day set last_seq = ? where business_day = ?";
        if (jdbc.update(update, firstAndLast[1], date) == 0) {
            jdbc.update(
                    "insert into ledger_day (business_day, first_seq, last_seq) values (?, ?, ?)",
                    date,
                    firstAndLast[0],
                    firstAndLast[1]);
        }
    }

    // Just those that were read: a lower order number may have been committed meanwhile.
    private void delete(List<Waiting> waiting) {
        Object[] numbers = waiting.stream().map(Waiting::orderNo).toArray();
        jdbc.update(
                "delete from ledger_pending where order_no = any(?)",
                statement ->
                        statement.setArray(
                                1, statement.getConnection().createArrayOf("bigint", numbers)));
    }

    private List<Waiting> waiting() {
        return jdbc.query(
                """
                select p.order_no, p.entry_id, p.at, p.business_day, p.terms, p.salt, p.details,
                       e.leaf, e.leaf_hash, e.filing
                from ledger_pending p left join ledger_entry e on e.id = p.entry_id
                order by p.order_no limit ?
                """,
                Waiting::of,
                MOST);
    }

    // What stands in front of an altered entry is sealed; the entry itself never is.
    private static List<Waiting> sound(List<Waiting> waiting) {
        var seen = new HashSet<UUID>();
        var sound =
                waiting.stream().takeWhile(each -> each.sound() && seen.add(each.entry())).toList();
        if (sound.isEmpty() && !waiting.isEmpty()) {
            throw new Refused(waiting.getFirst().entry());
        }
        return sound;
    }

    private Edge edge(Head head) {
        if (known != null
                && known.size() == head.size()
                && Arrays.equals(known.chainHash(), head.chainHash())) {
            return known;
        }
        return new Edge(new Frontier(head.size(), this::stored), head.chainHash());
    }

    private byte[] stored(int level, long idx) {
        String sql =
                level == 0
                        ? "select leaf_hash from ledger_leaf where 0 = ? and seq = ?"
                        : "select hash from ledger_node where level = ? and idx = ?";
        return Objects.requireNonNull(jdbc.queryForObject(sql, byte[].class, level, idx));
    }

    private static Head head(ResultSet row, int rowNumber) throws SQLException {
        return new Head(
                row.getLong("size"),
                row.getBytes("chain_hash"),
                EntryRows.instant(row, "sealed_at"));
    }

    private record Head(long size, byte[] chainHash, Instant sealedAt) {}

    /** What a batch writes, a list for each table. */
    private static final class Rows {
        private final List<Object[]> leaves = new ArrayList<>();
        private final List<Object[]> nodes = new ArrayList<>();
        private final List<Object[]> openings = new ArrayList<>();
        private final List<Object[]> subjects = new ArrayList<>();
        private final List<Object[]> terms = new ArrayList<>();
        private final SortedMap<LocalDate, long[]> days = new TreeMap<>();
        private final OffsetDateTime sealedAt;

        Rows(OffsetDateTime sealedAt) {
            this.sealedAt = sealedAt;
        }

        void add(Waiting each, Edge edge) {
            long seq = edge.size();
            byte[] hash = each.leafHash();
            edge.add(hash, (level, idx, node) -> nodes.add(new Object[] {level, idx, node}));
            leaves.add(new Object[] {seq, each.entry(), hash, edge.chainHash(), sealedAt});
            days.computeIfAbsent(each.day(), day -> new long[] {seq, seq})[1] = seq;
            Date day = Date.valueOf(each.day());
            each.terms().forEach(term -> terms.add(new Object[] {term, seq, day}));
            if (each.salt() != null) {
                open(each);
            }
        }

        private void open(Waiting each) {
            openings.add(new Object[] {each.entry(), each.salt(), each.details()});
            EntryFilter.subjectsOf(
                    each.terms(),
                    (subject, relation) ->
                            subjects.add(new Object[] {each.entry(), subject, relation}));
        }

        void write(JdbcTemplate jdbc) {
            jdbc.batchUpdate(
                    "insert into ledger_leaf (seq, entry_id, leaf_hash, chain_hash, sealed_at)"
                            + " values (?, ?, ?, ?, ?)",
                    leaves);
            jdbc.batchUpdate("insert into ledger_node (level, idx, hash) values (?, ?, ?)", nodes);
            jdbc.batchUpdate(
                    "insert into ledger_opening (entry_id, salt, details) values (?, ?, ?)",
                    openings);
            jdbc.batchUpdate(
                    "insert into ledger_subject (entry_id, subject, relation) values (?, ?, ?)",
                    subjects);
            jdbc.batchUpdate(
                    "insert into ledger_term (term, seq, business_day) values (?, ?, ?)", terms);
        }
    }
}
