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
        @Nullable String kind,
        byte @Nullable [] leaf,
        byte @Nullable [] recordedHash,
        byte @Nullable [] salt,
        byte @Nullable [] details,
        @Nullable String terms) {
    private static final String PARTS = " e.kind, e.leaf, e.leaf_hash as recorded_hash,";
    private static final String JOINS =
            """
             left join ledger_entry e on e.id = l.entry_id
             left join ledger_opening o on o.entry_id = l.entry_id
            """;

    /** Sealed entries from a number on. */
    static final String SEALED =
            "select l.seq as number, l.entry_id, l.leaf_hash, l.chain_hash, l.sealed_at,"
                    + PARTS
                    + " o.salt, o.details, cast(null as text) as terms from ledger_leaf l"
                    + JOINS
                    + " where l.seq >= ? order by l.seq limit ?";

    /** Waiting entries from an order number on. */
    static final String PENDING =
            "select l.order_no as number, l.entry_id, e.leaf_hash,"
                    + " cast(null as bytea) as chain_hash,"
                    + " cast(null as timestamp with time zone) as sealed_at,"
                    + PARTS
                    + " coalesce(l.salt, o.salt) as salt, coalesce(l.details, o.details) as details,"
                    + " l.terms from ledger_pending l"
                    + JOINS
                    + " where l.order_no >= ? order by l.order_no limit ?";

    static StoredEntry of(ResultSet row, int rowNumber) throws SQLException {
        var sealedAt = row.getObject("sealed_at", OffsetDateTime.class);
        return new StoredEntry(
                row.getLong("number"),
                row.getObject("entry_id", UUID.class),
                row.getBytes("leaf_hash"),
                row.getBytes("chain_hash"),
                sealedAt == null ? null : sealedAt.toInstant(),
                row.getString("kind"),
                row.getBytes("leaf"),
                row.getBytes("recorded_hash"),
                row.getBytes("salt"),
                row.getBytes("details"),
                row.getString("terms"));
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
