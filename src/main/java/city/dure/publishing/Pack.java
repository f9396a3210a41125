package city.dure.publishing;

import city.dure.merkle.CanonicalJson;
import city.dure.tiles.SignedCheckpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed ledger on its way from the tables into one file, a piece at a time. */
final class Pack {
    private static final int PIECE = 2000;
    private static final String README =
            """
            This is the ledger %s: the %d entries that were signed.

            checkpoint      name, number of entries, root of the tree over them, signature
            key             whose signature that is; compare it with the key you know
            tile/           hashes and entries, as they stand at /log/ (C2SP tlog-tiles)
            checkpoints     all that was signed before, the oldest first
            counts.json     how many entries there are of each kind; the end of the chain
            openings/       only in copies for auditors: details and salt of each entry

            To check it without a database:  java -jar dure.jar verify --pack FILE
            Unpacked, it is a log that other programs for C2SP tlog-tiles check too.
            """;

    private final JdbcClient jdbc;
    private final boolean openings;
    private final Map<String, Long> kinds = new TreeMap<>();
    private long size;
    private long later;

    Pack(JdbcClient jdbc, boolean openings) {
        this.jdbc = jdbc;
        this.openings = openings;
    }

    /** An entry as it is stored. */
    private record Row(
            long number,
            String kind,
            byte[] leaf,
            byte @Nullable [] salt,
            byte @Nullable [] details) {
        static Row of(ResultSet row, int i) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getBytes(3),
                    row.getBytes(4),
                    row.getBytes(5));
        }

        byte @Nullable [] opening() {
            return salt == null || details == null
                    ? null
                    : CanonicalJson.bytes(
                            Map.of(
                                    "number", String.valueOf(number),
                                    "salt", Base64.getEncoder().encodeToString(salt),
                                    "details", new String(details, StandardCharsets.UTF_8)));
        }
    }

    /**
     * Writes everything up to the newest checkpoint.
     *
     * @throws SigningRefused when the entries are not those that were signed
     */
    void write(OutputStream out) throws IOException {
        var newest = newest();
        size = newest.size();
        try (var writer = new PackWriter(out, newest.origin())) {
            entries(writer);
            if (!Arrays.equals(writer.edge().root(), newest.root())) {
                throw new SigningRefused(
                        "The first %d entries are not those that were signed.".formatted(size)
                                + " Run the command verify.");
            }
            text(writer, "README.txt", README.formatted(newest.origin(), size));
            text(writer, "key", key(newest.origin()) + "\n");
            text(writer, "checkpoint", newest.note());
            checkpoints(writer.file("checkpoints"));
            text(writer, "counts.json", counts(writer.edge().chainHash()));
        }
        later = count("select size from ledger_head") - size;
    }

    /** What was written, for who asked for it. */
    String words(Path file, boolean opened) {
        return """
        Written to %s: %,d entries of %d kinds, up to the newest checkpoint%s.
        %s
        Check it with: java -jar dure.jar verify --pack %s
        """
                .formatted(
                        file,
                        size,
                        kinds.size(),
                        later == 0 ? "" : "; %,d came after it".formatted(later),
                        opened
                                ? "It holds the details of closed entries: for the auditor only."
                                : "It holds no salts and no closed details: it may be published.",
                        file);
    }

    private void entries(PackWriter writer) throws IOException {
        for (long from = 0; from < size; from += PIECE) {
            for (Row row : rows(from, Math.min(from + PIECE, size))) {
                writer.add(row.leaf(), openings ? row.opening() : null);
                kinds.merge(row.kind(), 1L, Long::sum);
            }
        }
        writer.finish();
    }

    private List<Row> rows(long from, long to) {
        return jdbc.sql(
                        "select l.seq, e.kind, e.leaf, o.salt, o.details from ledger_leaf l"
                                + " join ledger_entry e on e.id = l.entry_id"
                                + " left join ledger_opening o on o.entry_id = l.entry_id"
                                + " where l.seq >= ? and l.seq < ? order by l.seq")
                .params(from, to)
                .query(Row::of)
                .list();
    }

    private SignedCheckpoint newest() {
        return jdbc.sql("select note from ledger_checkpoint order by size desc limit 1")
                .query(String.class)
                .optional()
                .map(SignedCheckpoint::read)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "nothing of this ledger was signed yet; start the portal once"));
    }

    private String key(String origin) {
        String own = jdbc.sql("select public_key from ledger_signer").query(String.class).single();
        return NoteSigner.verifier(origin, Base64.getDecoder().decode(own));
    }

    private void checkpoints(OutputStream out) {
        jdbc.sql("select note from ledger_checkpoint where size <= ? order by size")
                .param(size)
                .withFetchSize(PIECE)
                .query((ResultSet row) -> write(out, row.getString(1)));
    }

    private static void write(OutputStream out, String note) {
        try {
            out.write((note + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String counts(byte[] chain) {
        var written = new TreeMap<String, String>();
        kinds.forEach((kind, count) -> written.put(kind, String.valueOf(count)));
        var counts =
                Map.of(
                        "chain", HexFormat.of().formatHex(chain),
                        "entries", String.valueOf(size),
                        "kinds", written);
        return new String(CanonicalJson.bytes(counts), StandardCharsets.UTF_8) + "\n";
    }

    private static void text(PackWriter writer, String name, String text) throws IOException {
        writer.file(name).write(text.getBytes(StandardCharsets.UTF_8));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
