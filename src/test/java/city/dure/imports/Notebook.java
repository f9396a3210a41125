package city.dure.imports;

import city.dure.shared.Actor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A target for tests. What it takes over counts only once the batch has committed, and it keeps how
 * often each line was taken over.
 */
@Component
class Notebook implements ImportTarget {
    private final Map<String, Map<String, String>> pages = new ConcurrentHashMap<>();
    private final Map<ImportId, List<Long>> taken = new ConcurrentHashMap<>();
    private volatile int failures;

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public String labelKey() {
        return "imports.title";
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                new ImportColumn("name", "imports.file.name", true, true, List.of("상호", "업소명")),
                new ImportColumn("address", "imports.file.rows", false, true, List.of("주소")),
                new ImportColumn("point", "imports.file.hash", false, false, List.of("좌표")));
    }

    @Override
    public RowCheck check(ImportRun run, ImportRow row) {
        if (row.get("name").isEmpty()) {
            return RowCheck.refused(List.of(RowNote.on(row, "name", "imports.columns.required")));
        }
        return RowCheck.sound(row.get("name")).sharing(row.get("point"), row.get("address"));
    }

    @Override
    public List<RowOutcome> preview(ImportRun run, List<ImportRow> rows) {
        return rows.stream().map(row -> outcome(run, row)).toList();
    }

    @Override
    public List<RowOutcome> apply(Actor actor, ImportRun run, List<ImportRow> rows) {
        List<RowOutcome> outcomes = preview(run, rows);
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("injected");
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        rows.forEach(row -> page(run).put(row.get("name"), row.get("address")));
                        taken(run.id()).addAll(rows.stream().map(ImportRow::line).toList());
                    }
                });
        return outcomes;
    }

    @Override
    public String publicKey() {
        return "imports.title";
    }

    @Override
    public String sameKey() {
        return "imports.title";
    }

    @Override
    public String resultKey() {
        return "imports.title";
    }

    @Override
    public String resultHref() {
        return "/";
    }

    /** The lines of a run in the order in which they were taken over. */
    List<Long> taken(ImportId run) {
        return taken.computeIfAbsent(run, id -> Collections.synchronizedList(new ArrayList<>()));
    }

    /** Makes the next batches fail after their work. */
    void fail(int times) {
        failures = times;
    }

    private RowOutcome outcome(ImportRun run, ImportRow row) {
        String before = page(run).get(row.get("name"));
        RowOutcome.Kind kind =
                before == null
                        ? RowOutcome.Kind.NEW
                        : before.equals(row.get("address"))
                                ? RowOutcome.Kind.UNCHANGED
                                : RowOutcome.Kind.CHANGED;
        boolean odd = row.sharing() > 2;
        return new RowOutcome(
                kind, odd ? List.of(RowNote.on(row, "point", "imports.row.whole")) : List.of());
    }

    private Map<String, String> page(ImportRun run) {
        return pages.computeIfAbsent(run.source(), source -> new ConcurrentHashMap<>());
    }
}
