package city.dure.verification;

import city.dure.proofs.KeyLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads the tables of the ledger in pieces, so that its length does not matter to the memory. */
final class StoredLedger {
    private static final int PIECE = 2000;

    // The ids as a table: for "= any(…)" H2 compares each row with each of them.
    private static final String SUBJECTS =
            """
            select s.entry_id, s.relation, s.subject
            from unnest(cast(? as uuid array)) as given(id)
            join ledger_subject s on s.entry_id = given.id
            """;
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

    /**
     * Sealed entries in order from a number on. Their contents are asked for by id: PostgreSQL,
     * which cannot know how few rows such a piece has, would join the whole tables for a range.
     */
    List<StoredEntry> sealed(long from, int atMost) {
        var leaves = jdbc.query(StoredEntry.SEALED, StoredEntry::sealed, from, atMost);
        var contents = new HashMap<UUID, StoredEntry.Contents>();
        eachOf(
                leaves,
                StoredEntry.CONTENTS,
                row ->
                        contents.merge(
                                row.getObject(1, UUID.class),
                                StoredEntry.contents(row),
                                (one, other) -> StoredEntry.GONE)); // nobody knows which one counts
        return leaves.stream().map(leaf -> leaf.with(contents.get(leaf.id()))).toList();
    }

    /** Waiting entries in order from an order number on. */
    List<StoredEntry> waiting(long from) {
        return jdbc.query(StoredEntry.WAITING, StoredEntry::waiting, from, PIECE);
    }

    Map<UUID, List<EntryCheck.Subject>> subjects(List<StoredEntry> entries) {
        var subjects = new HashMap<UUID, List<EntryCheck.Subject>>();
        eachOf(
                entries,
                SUBJECTS,
                row ->
                        subjects.computeIfAbsent(
                                        row.getObject(1, UUID.class), id -> new ArrayList<>())
                                .add(new EntryCheck.Subject(row.getString(2), row.getString(3))));
        return subjects;
    }

    private void eachOf(List<StoredEntry> entries, String sql, RowCallbackHandler row) {
        Object[] ids = entries.stream().map(StoredEntry::id).toArray();
        jdbc.query(
                sql,
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids)),
                row);
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
     * All rows by which lists are found, in no order and in pieces: one scan, as whoever asks by
     * key pays for finding the key again with every piece.
     */
    void terms(Consumer<List<TermRow>> work) {
        var piece = new ArrayList<TermRow>(PIECE);
        jdbc.query(
                StoredLedger::scanOfTerms,
                row -> {
                    piece.add(term(row));
                    if (piece.size() == PIECE) {
                        work.accept(piece);
                        piece.clear();
                    }
                });
        work.accept(piece);
    }

    // PostgreSQL's driver holds so many rows at a time only where it is told how many.
    private static PreparedStatement scanOfTerms(Connection connection) throws SQLException {
        var scan = connection.prepareStatement("select term, seq, business_day from ledger_term");
        scan.setFetchSize(PIECE);
        return scan;
    }

    private static TermRow term(ResultSet row) throws SQLException {
        String term = row.getString(1);
        var day = row.getObject(3, LocalDate.class);
        // What nobody filed fits no entry.
        return term == null || day == null
                ? new TermRow("", -1, LocalDate.EPOCH)
                : new TermRow(term, row.getLong(2), day);
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
