package city.dure.imports;

import city.dure.imports.RowSeals.Staging;
import city.dure.uploads.Fault;
import city.dure.uploads.TableReader;
import city.dure.uploads.TableRow;
import city.dure.uploads.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An uploaded file while its rows are being staged; open over many batches. */
class ListReading {
    private final TableReader reader;
    private long at;

    ListReading(Uploads uploads, Run run, Staging staging) {
        reader = run.file().reader(uploads.open(run.id().value(), staging::open));
    }

    /** The rows after a line, which never goes back. */
    List<TableRow> after(long line, int limit) {
        List<TableRow> rows = new ArrayList<>();
        while (rows.size() < limit) {
            TableRow row = reader.next();
            if (row == null) {
                break;
            }
            at = row.line();
            if (at > line) {
                rows.add(row);
            }
        }
        return rows;
    }

    void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row as it is staged: refused when it cannot be read or used, else with its keys. */
    static StagedRow staged(Run run, ImportTarget target, Staging staging, TableRow row) {
        Map<String, String> values = values(run, row);
        Fault fault = row.fault();
        if (fault != null) {
            String start = String.join(" | ", values.values());
            var note = new RowNote("", start, fault.key(), fault.args());
            return refused(target, row, values, List.of(note));
        }
        List<RowNote> nested = nested(run, row, values);
        if (!nested.isEmpty()) {
            return refused(target, row, values, nested);
        }
        RowCheck check = target.check(run.told(), new ImportRow(row.line(), values, 0));
        return check.refusals().isEmpty()
                ? sound(row, values, check, staging)
                : refused(target, row, values, check.refusals());
    }

    /** Chosen columns where an object or a list of JSON stands instead of a value. */
    private static List<RowNote> nested(Run run, TableRow row, Map<String, String> values) {
        return run.columns().entrySet().stream()
                .filter(column -> row.nested().contains(column.getValue()))
                .map(Map.Entry::getKey)
                .map(name ->
                        new RowNote(
                                name,
                                values.getOrDefault(name, ""),
                                "uploads.row.nested",
                                List.of()))
                .toList();
    }

    /** Of people a refused row keeps nothing: it may hold what nobody may process. */
    private static StagedRow refused(
            ImportTarget target, TableRow row, Map<String, String> values, List<RowNote> reasons) {
        Map<String, String> kept = target.personal() ? Map.of() : values;
        return new StagedRow(row.line(), kept, null, null, null, RowOutcome.refused(reasons));
    }

    private static StagedRow sound(
            TableRow row, Map<String, String> values, RowCheck check, Staging staging) {
        return new StagedRow(
                row.line(),
                values,
                fingerprint(staging, check.key()),
                check.shared() == null || check.shared().isBlank()
                        ? null
                        : fingerprint(staging, check.shared()),
                fingerprint(staging, check.sharer()),
                null);
    }

    private static @Nullable UUID fingerprint(Staging staging, @Nullable String text) {
        return text == null ? null : staging.fingerprint(text);
    }

    private static Map<String, String> values(Run run, TableRow row) {
        Map<String, String> values = new HashMap<>();
        run.columns()
                .forEach((column, place) ->
                        values.put(
                                column,
                                place < row.cells().size()
                                        ? ImportRow.clean(row.cells().get(place))
                                        : ""));
        return values;
    }
}
