package city.dure.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the database holds it; what is null is missing there.
 *
 * @param number the sealed number; for a waiting entry its order number
 * @param terms what a waiting entry will be filed under, a line each; null when it is sealed
 * @param leafHash as sealed; of a waiting entry as recorded
 */
record StoredEntry(
        long number,
        UUID id,
        byte @Nullable [] leafHash,
        byte @Nullable [] chainHash,
        @Nullable Instant sealedAt,
        Contents contents,
        @Nullable String terms) {
    /** Sealed entries from a number on, without their contents. */
    static final String SEALED =
            "select seq, entry_id, leaf_hash, chain_hash, sealed_at from ledger_leaf"
                    + " where seq >= ? order by seq limit ?";

    /** The contents of entries, by their ids. */
    static final String CONTENTS =
            """
            select e.id, e.kind, e.leaf, e.leaf_hash, o.salt, o.details
            from unnest(cast(? as uuid array)) as given(id)
            join ledger_entry e on e.id = given.id
            left join ledger_opening o on o.entry_id = e.id
            """;

    /** Waiting entries from an order number on. */
    static final String WAITING =
            """
            select p.entry_id, e.kind, e.leaf, e.leaf_hash,
                coalesce(p.salt, o.salt), coalesce(p.details, o.details), p.order_no, p.terms
            from ledger_pending p
            left join ledger_entry e on e.id = p.entry_id
            left join ledger_opening o on o.entry_id = p.entry_id
            where p.order_no >= ? order by p.order_no limit ?
            """;

    /** Of an entry that is not there, or not once. */
    static final Contents GONE = new Contents(null, null, null, null, null);

    /** What was recorded, and what opens it. */
    record Contents(
            @Nullable String kind,
            byte @Nullable [] leaf,
            byte @Nullable [] recordedHash,
            byte @Nullable [] salt,
            byte @Nullable [] details) {}

    /** A row of {@link #CONTENTS}, or of {@link #WAITING}. */
    static Contents contents(ResultSet row) throws SQLException {
        return new Contents(
                row.getString(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6));
    }

    /** A row of {@link #SEALED}. */
    static StoredEntry sealed(ResultSet row, int rowNumber) throws SQLException {
        var sealedAt = row.getObject(5, OffsetDateTime.class);
        return new StoredEntry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getBytes(3),
                row.getBytes(4),
                sealedAt == null ? null : sealedAt.toInstant(),
                GONE,
                null);
    }

    /** A row of {@link #WAITING}. */
    static StoredEntry waiting(ResultSet row, int rowNumber) throws SQLException {
        var contents = contents(row);
        var id = row.getObject(1, UUID.class);
        byte[] hash = contents.recordedHash();
        return new StoredEntry(row.getLong(7), id, hash, null, null, contents, row.getString(8));
    }

    /** The same with its contents; null when they are gone. */
    StoredEntry with(@Nullable Contents found) {
        return found == null
                ? this
                : new StoredEntry(number, id, leafHash, chainHash, sealedAt, found, terms);
    }

    @Nullable String kind() {
        return contents.kind();
    }

    byte @Nullable [] leaf() {
        return contents.leaf();
    }

    byte @Nullable [] recordedHash() {
        return contents.recordedHash();
    }

    byte @Nullable [] salt() {
        return contents.salt();
    }

    byte @Nullable [] details() {
        return contents.details();
    }

    /** Whom a waiting entry names; its seal files it under them. */
    List<EntryCheck.Subject> waitingSubjects() {
        return terms == null
                ? List.of()
                : terms.lines()
                        .filter(term -> term.startsWith("by:") || term.startsWith("about:"))
                        .map(term -> term.split(":", 2))
                        .map(parts -> new EntryCheck.Subject(parts[0], parts[1]))
                        .toList();
    }
}
