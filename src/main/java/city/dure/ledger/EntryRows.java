package city.dure.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads sealed entries from their stored bytes. */
final class EntryRows implements RowMapper<SealedEntry> {
    /** Everything of a sealed entry in one row; a condition on {@code l} follows. */
    static final String SELECT =
            """
            select l.seq, l.entry_id, l.sealed_at, e.kind, e.leaf, o.details, s.subject
            from ledger_leaf l
            join ledger_entry e on e.id = l.entry_id
            left join ledger_opening o on o.entry_id = l.entry_id
            left join ledger_subject s on s.entry_id = l.entry_id and s.relation = 'by'
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public SealedEntry mapRow(ResultSet row, int rowNumber) throws SQLException {
        byte[] leaf = row.getBytes("leaf");
        String kind = row.getString("kind");
        var shown = object(leaf);
        boolean open = shown.containsKey("details");
        var details = details(open, shown, row.getBytes("details"));
        String role = String.valueOf(open ? shown.get("actor") : details.remove("actor"));
        details.remove("by");
        int slash = kind.lastIndexOf('/');
        return new SealedEntry(
                row.getLong("seq"),
                row.getObject("entry_id", UUID.class),
                kind.substring(0, slash),
                Integer.parseInt(kind.substring(slash + 1)),
                OffsetDateTime.parse(String.valueOf(shown.get("at"))).toInstant(),
                instant(row, "sealed_at"),
                open,
                role,
                row.getString("subject"),
                Map.copyOf(details),
                leaf);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    // The leaf decides for open entries: it is what the public sees and the tree binds.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(
            boolean open, Map<String, Object> leaf, byte @Nullable [] opening) {
        if (open) {
            return new TreeMap<>((Map<String, Object>) leaf.getOrDefault("details", Map.of()));
        }
        return opening == null ? new TreeMap<>() : object(opening);
    }

    private static TreeMap<String, Object> object(byte[] json) {
        return JSON.readValue(new String(json, StandardCharsets.UTF_8), OBJECT);
    }
}
