package city.dure.verification;

import city.dure.proofs.KeyLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the tables of the ledger in pieces, so that its length does not matter to the memory. */
final class StoredLedger {
    private static final int PIECE = 2000;
    private final JdbcTemplate jdbc;

    StoredLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The head row. */
    record Head(String origin, long size, byte[] chainHash) {}

    /** A stored hash of a complete subtree. */
    record Node(long idx, byte[] hash) {}

    /** A signed checkpoint, as kept. */
    record StoredCheckpoint(long size, byte[] root, String note) {}

    /** A row by which lists are found: an entry stands under a term. */
    record TermRow(String term, long number, LocalDate day) {}

    @Nullable Head head() {
        return jdbc
                .query(
                        "select origin, size, chain_hash from ledger_head",
                        (row, i) -> new Head(row.getString(1), row.getLong(2), row.getBytes(3)))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Entries in order from a number on; {@code sql} is one of {@link StoredEntry}'s. */
    List<StoredEntry> entries(String sql, long from, int atMost) {
        return jdbc.query(sql, StoredEntry::of, from, atMost);
    }

    Map<UUID, List<EntryCheck.Subject>> subjects(List<StoredEntry> entries) {
        Object[] ids = entries.stream().map(StoredEntry::id).toArray();
        var subjects = new HashMap<UUID, List<EntryCheck.Subject>>();
        jdbc.query(
                "select entry_id, relation, subject from ledger_subject where entry_id = any(?)",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids)),
                row -> {
                    subjects.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new EntryCheck.Subject(row.getString(2), row.getString(3)));
                });
        return subjects;
    }

    Collection<Node> nodes(int level, long from, long to) {
        return jdbc.query(
                "select idx, hash from ledger_node where level = ? and idx >= ? and idx < ?"
                        + " order by idx",
                (row, i) -> new Node(row.getLong(1), row.getBytes(2)),
                level,
                from,
                to);
    }

    /** The key with which checkpoints are signed, as it was recorded at the first start. */
    Optional<KeyLine> signer(String origin) {
        return jdbc
                .query("select public_key from ledger_signer", (row, i) -> row.getString(1))
                .stream()
                .flatMap(key -> key(origin, key).stream())
                .findFirst();
    }

    // One that cannot be read is as good as none: no signature fits it.
    private static Optional<KeyLine> key(String origin, String publicKey) {
        try {
            return Optional.of(KeyLine.of(origin, Base64.getDecoder().decode(publicKey)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Checkpoints in the order of their sizes, which are larger than one and up to another. */
    List<StoredCheckpoint> checkpoints(long larger, long upTo) {
        return jdbc.query(
                "select size, root, note from ledger_checkpoint where size > ? and size <= ?"
                        + " order by size",
                (row, i) -> new StoredCheckpoint(row.getLong(1), row.getBytes(2), row.getString(3)),
                larger,
                upTo);
    }

    long checkpointsLargerThan(long size) {
        return jdbc.query(
                        "select count(*) from ledger_checkpoint where size > ?",
                        (row, i) -> row.getLong(1),
                        size)
                .getFirst();
    }

    /**
     * Rows by which lists are found, in the order of their key: the piece behind another one, the
     * first one behind null. Empty at the end.
     */
    Optional<List<TermRow>> termsAfter(@Nullable List<TermRow> before) {
        var piece = before == null ? terms("term > ?", "") : termsBehind(before.getLast());
        return piece.isEmpty() ? Optional.empty() : Optional.of(piece);
    }

    private List<TermRow> termsBehind(TermRow last) {
        var rest = terms("term = ? and seq > ?", last.term(), last.number());
        return rest.isEmpty() ? terms("term > ?", last.term()) : rest;
    }

    private List<TermRow> terms(String where, Object... values) {
        return jdbc.query(
                "select term, seq, business_day from ledger_term where "
                        + where
                        + " order by term, seq limit "
                        + PIECE,
                (row, i) ->
                        new TermRow(
                                row.getString(1),
                                row.getLong(2),
                                row.getObject(3, LocalDate.class)),
                values);
    }

    Map<LocalDate, Filing.Numbers> days() {
        var days = new TreeMap<LocalDate, Filing.Numbers>();
        jdbc.query(
                "select business_day, first_seq, last_seq from ledger_day",
                row -> {
                    days.put(
                            row.getObject(1, LocalDate.class),
                            new Filing.Numbers(row.getLong(2), row.getLong(3)));
                });
        return days;
    }

    long count(String what) {
        return jdbc.query("select count(*) from " + what, (row, i) -> row.getLong(1)).getFirst();
    }
}
