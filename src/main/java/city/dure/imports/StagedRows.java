package city.dure.imports;

import city.dure.imports.RowSeals.Staging;
import city.dure.shared.Page;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The staged rows of the lists; everything goes by the line, in batches. */
@Repository
class StagedRows {
    private static final int LARGEST_PIECE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final RowSeals seals;

    StagedRows(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, RowSeals seals) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** How the rows of a run are staged. */
    Staging staging(Run run) {
        return seals.of(run);
    }

    /** Makes what is staged of people unreadable for good. */
    void forget(ImportId id) {
        seals.destroy(id);
    }

    void add(Run run, Staging staging, List<StagedRow> rows) {
        batches.batchUpdate(
                """
                insert into import_row (run_id, line, cells, item, shared, sharer, kind, told, notes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                rows.size(),
                (statement, row) -> fill(statement, run, staging, row));
    }

    private void fill(PreparedStatement statement, Run run, Staging staging, StagedRow row)
            throws SQLException {
        RowOutcome outcome = row.outcome();
        statement.setObject(1, run.id().value());
        statement.setLong(2, row.line());
        String cells =
                json.writeValueAsString(run.columns().keySet().stream().map(row::get).toList());
        statement.setString(3, staging.written(row.line(), cells));
        statement.setObject(4, row.item());
        statement.setObject(5, row.shared());
        statement.setObject(6, row.sharer());
        statement.setString(7, outcome == null ? null : outcome.kind().name());
        statement.setBoolean(8, outcome != null && outcome.told());
        statement.setString(9, notes(staging, outcome == null ? List.of() : outcome.notes()));
    }

    /** The next rows after a line, in the order of the file. */
    List<StagedRow> after(Run run, long line, int limit) {
        return rows(run, page(StagedRow.Filter.ALL), run.id().value(), line, limit);
    }

    /** For each of these items: the first line that has it. */
    Map<UUID, Long> firstLines(Run run, Collection<UUID> items) {
        return byFingerprint(
                """
                select v.fingerprint,
                       (select min(r.line) from import_row r
                        where r.run_id = ? and r.item = v.fingerprint)
                from unnest(cast(? as uuid array)) as v(fingerprint)
                """,
                run,
                items);
    }

    /** How many different sharers each of these values has. */
    Map<UUID, Long> sharers(Run run, Collection<UUID> values) {
        return byFingerprint(
                """
                select v.fingerprint,
                       (select count(distinct r.sharer) from import_row r
                        where r.run_id = ? and r.shared = v.fingerprint)
                from unnest(cast(? as uuid array)) as v(fingerprint)
                """,
                run,
                values);
    }

    /** Notes down what became of these rows. */
    void settle(Run run, List<StagedRow> rows) {
        Staging staging = staging(run);
        var settled = new ArrayList<Object[]>();
        for (StagedRow row : rows) {
            settled.add(
                    new Object[] {
                        row.told().kind().name(),
                        row.told().told(),
                        notes(staging, row.told().notes()),
                        run.id().value(),
                        row.line()
                    });
        }
        batches.batchUpdate(
                "update import_row set kind = ?, told = ?, notes = ? where run_id = ? and line = ?",
                settled);
    }

    /** The row report, by the line; of rows with this text in a cell, whatever its case. */
    Page<StagedRow> page(Run run, StagedRow.Filter filter, String text, long after, int size) {
        List<StagedRow> found =
                text.isEmpty() || staging(run).personal()
                        ? rows(run, page(filter), run.id().value(), after, size + 1)
                        : having(run, filter, text.toLowerCase(Locale.ROOT), after, size + 1);
        List<StagedRow> rows = found.subList(0, Math.min(size, found.size()));
        return new Page<>(rows, found.size() > size ? String.valueOf(rows.getLast().line()) : null);
    }

    /**
     * Looks into the cells of what was found and reads on, for JSON writes some signs as others.
     */
    private List<StagedRow> having(
            Run run, StagedRow.Filter filter, String text, long after, int most) {
        List<StagedRow> having = new ArrayList<>();
        String pattern = within(run, text);
        long line = after;
        for (int limit = most; having.size() < most; limit = Math.min(2 * limit, LARGEST_PIECE)) {
            var found = rows(run, search(filter), run.id().value(), line, pattern, limit);
            found.stream().filter(row -> row.has(text)).forEach(having::add);
            if (found.size() < limit) {
                break;
            }
            line = found.getLast().line();
        }
        return having;
    }

    private List<StagedRow> rows(Run run, String sql, Object... parameters) {
        var staging = staging(run);
        var found = jdbc.sql(sql).params(parameters);
        return found.query((row, i) -> staged(run, staging, row)).list();
    }

    /** Ordered by all columns of an index: H2 sorts every row that is left when one is missing. */
    static String page(StagedRow.Filter filter) {
        return "select * from import_row where run_id = ? and line > ?"
                + filter.condition()
                + " order by run_id, "
                + filter.order()
                + " limit ?";
    }

    /** The same of rows whose JSON has a text; it reads on until it has found enough. */
    static String search(StagedRow.Filter filter) {
        return "select * from import_row where run_id = ? and line > ?"
                + filter.condition()
                + " and lower(cells) like ? escape '!' order by run_id, "
                + filter.order()
                + " limit ?";
    }

    /** The pattern of cells with this text; of a sign of JSON there is one more than JSON's own. */
    private String within(Run run, String text) {
        String quoted = json.writeValueAsString(text);
        String plain = quoted.substring(1, quoted.length() - 1).replaceAll("([!%_])", "!$1");
        int own =
                switch (text) {
                    case "[", "]" -> 1;
                    case "," -> run.columns().size() - 1;
                    default -> 0;
                };
        return "%" + (plain + "%").repeat(own + 1);
    }

    /**
     * Deletes the first rows; false when none were left. The last line is asked for beforehand: as
     * a part of the delete H2 would ask for it once for each row.
     */
    boolean delete(Run run, int limit) {
        List<StagedRow> first = after(run, -1, limit);
        if (first.isEmpty()) {
            return false;
        }
        jdbc.sql("delete from import_row where run_id = ? and line <= ?")
                .params(run.id().value(), first.getLast().line())
                .update();
        return true;
    }

    // A subquery a value, since of "in (…)" H2 makes a walk through all rows of the run.
    private Map<UUID, Long> byFingerprint(String sql, Run run, Collection<UUID> values) {
        Map<UUID, Long> found = new HashMap<>();
        if (!values.isEmpty()) {
            jdbc.sql(sql)
                    .params(run.id().value(), values.toArray(UUID[]::new))
                    .query(row -> {
                        found.put(row.getObject(1, UUID.class), row.getLong(2));
                    });
        }
        return found;
    }

    private StagedRow staged(Run run, Staging staging, ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new StagedRow(
                row.getLong("line"),
                values(run, staging.read(row.getLong("line"), row.getString("cells"))),
                row.getObject("item", UUID.class),
                row.getObject("shared", UUID.class),
                row.getObject("sharer", UUID.class),
                kind == null
                        ? null
                        : new RowOutcome(
                                RowOutcome.Kind.valueOf(kind),
                                List.of(json.readValue(row.getString("notes"), RowNote[].class))));
    }

    private Map<String, String> values(Run run, String kept) {
        Map<String, String> values = new HashMap<>();
        if (kept.isEmpty()) {
            return values; // The key is gone.
        }
        List<String> cells = List.of(json.readValue(kept, String[].class));
        int i = 0;
        for (String column : run.columns().keySet()) {
            values.put(column, cells.get(i++));
        }
        return values;
    }

    private String notes(Staging staging, List<RowNote> notes) {
        return json.writeValueAsString(notes.stream().map(staging::note).toList());
    }
}
