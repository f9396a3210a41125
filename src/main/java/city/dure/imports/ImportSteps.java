package city.dure.imports;

import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.uploads.TableRow;
import city.dure.uploads.Uploads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a run one batch further: its rows, their entries and how far it has come are one
 * transaction, during which the run's row is locked. So a run that was killed goes on after the
 * last batch that was committed, on whichever instance. Not for several threads.
 */
class ImportSteps {
    static final int BATCH = 500;
    private static final int READ_BATCH = 1_000;
    private static final int DELETE_BATCH = 2_000;

    private final Runs runs;
    private final StagedRows rows;
    private final FileFacts facts;
    private final Uploads uploads;
    private final Targets targets;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<ImportId, ListReading> readings = new HashMap<>();

    ImportSteps(
            Runs runs,
            StagedRows rows,
            Uploads uploads,
            Targets targets,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.rows = rows;
        this.facts = new FileFacts(rows);
        this.uploads = uploads;
        this.targets = targets;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Works on one batch; false when there was none, or another instance has the run's lease. */
    boolean step(ImportId id) {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(status -> runs.tryLock(id).map(this::step).orElse(false)));
        } catch (RuntimeException e) {
            // What was read of the file belongs to a batch that has not happened.
            forget(id);
            throw e;
        }
    }

    /** Puts a run aside whose batch fails again and again; what has no other way is tried again. */
    void park(ImportId id) {
        transaction.executeWithoutResult(status -> runs.lock(id).ifPresent(this::park));
    }

    private void park(Run run) {
        switch (run.state()) {
            case APPLYING, CLOSING -> {
                runs.save(run.ended(Run.State.STOPPED, true, clock.instant()));
                ledger.record(Actor.SYSTEM, ImportRecords.Stopped.of(run, targets.toldHash(run)));
            }
            case READING, CHECKING, COMPARING ->
                    runs.save(run.ended(Run.State.FAILED, true, clock.instant()));
            default -> {}
        }
    }

    private boolean step(Run run) {
        switch (run.state()) {
            case READING -> runs.save(read(run));
            case CHECKING -> runs.save(check(run));
            case APPLYING -> runs.save(apply(run));
            case COMPARING, CLOSING, TAKING_BACK -> work(run);
            case DISCARDING -> runs.save(discard(run));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Run read(Run run) {
        var staging = rows.staging(run);
        ListReading reading =
                readings.computeIfAbsent(run.id(), id -> new ListReading(uploads, run, staging));
        List<TableRow> read = reading.after(run.atLine(), READ_BATCH);
        ImportTarget target = targets.of(run);
        rows.add(
                run,
                staging,
                read.stream().map(row -> ListReading.staged(run, target, staging, row)).toList());
        if (read.size() == READ_BATCH) {
            return run.at(read.getLast().line(), run.atRow() + read.size());
        }
        forget(run.id());
        uploads.drop(run.id().value());
        return run.rewound(Run.State.CHECKING);
    }

    private Run check(Run run) {
        ImportTarget target = targets.of(run);
        List<StagedRow> batch = rows.after(run, run.atLine(), BATCH);
        List<StagedRow> settled = settle(run, batch, list -> target.preview(run.told(), list));
        Run further = further(run, batch);
        further = further.counting(run.trial().plus(outcomes(settled)), Run.Counts.NONE);
        return batch.size() == BATCH ? further : further.rewound(Run.State.COMPARING);
    }

    private Run apply(Run run) {
        ImportTarget target = targets.of(run);
        List<StagedRow> batch = rows.after(run, run.atLine(), BATCH);
        List<StagedRow> settled =
                settle(run, batch, list -> target.apply(run.actor(), run.told(), list));
        Run further = further(run, batch);
        further = further.counting(run.trial(), run.done().plus(outcomes(settled)));
        return batch.size() == BATCH ? further : further.in(Run.State.CLOSING);
    }

    /** What other rooms do; once it is over the run goes on. */
    private void work(Run run) {
        if (!targets.finishes(run, BATCH)) {
            return;
        }
        switch (run.state()) {
            case COMPARING -> runs.save(run.rewound(Run.State.READY));
            case CLOSING -> {
                ledger.record(run.actor(), ImportRecords.Finished.of(run, targets.toldHash(run)));
                runs.save(run.ended(Run.State.FINISHED, false, clock.instant()));
                rows.forget(run.id());
            }
            default -> runs.save(run.ended(Run.State.TAKEN_BACK, false, clock.instant()));
        }
    }

    private Run discard(Run run) {
        forget(run.id());
        uploads.drop(run.id().value());
        boolean emptied = targets.finishes(run, DELETE_BATCH) && !rows.delete(run, DELETE_BATCH);
        return !emptied ? run : run.ended(Run.State.DISCARDED, false, clock.instant());
    }

    /** Has the target say what becomes of the usable rows, and tells the repeats ourselves. */
    private List<StagedRow> settle(
            Run run, List<StagedRow> batch, Function<List<ImportRow>, List<RowOutcome>> asked) {
        Map<UUID, Long> first = facts.firstLines(run, batch);
        Map<UUID, Long> shares = facts.sharers(run, batch);
        List<StagedRow> usable =
                batch.stream()
                        .filter(row -> Long.valueOf(row.line()).equals(firstLine(row, first)))
                        .toList();
        List<RowOutcome> outcomes =
                usable.isEmpty()
                        ? List.of()
                        : asked.apply(
                                usable.stream().map(row -> row.row(sharing(shares, row))).toList());
        if (outcomes.size() != usable.size()) {
            throw new IllegalStateException(
                    run.target() + " gave " + outcomes.size() + " outcomes for " + usable.size());
        }
        Map<Long, StagedRow> settled = new LinkedHashMap<>();
        batch.forEach(row -> settled.put(row.line(), repeated(row, first)));
        for (int i = 0; i < usable.size(); i++) {
            settled.put(usable.get(i).line(), usable.get(i).with(outcomes.get(i)));
        }
        List<StagedRow> all = List.copyOf(settled.values());
        rows.settle(run, changed(batch, all));
        return all;
    }

    private static StagedRow repeated(StagedRow row, Map<UUID, Long> first) {
        Long line = firstLine(row, first);
        if (line == null || line == row.line()) {
            return row;
        }
        var note = new RowNote("", "", "imports.note.repeat", List.of(line.toString()));
        return row.with(new RowOutcome(RowOutcome.Kind.UNCHANGED, List.of(note)));
    }

    private static @Nullable Long firstLine(StagedRow row, Map<UUID, Long> first) {
        return row.item() == null ? null : first.get(row.item());
    }

    private static List<StagedRow> changed(List<StagedRow> before, List<StagedRow> after) {
        List<StagedRow> changed = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (!Objects.equals(before.get(i).outcome(), after.get(i).outcome())) {
                changed.add(after.get(i));
            }
        }
        return changed;
    }

    private static int sharing(Map<UUID, Long> sharers, StagedRow row) {
        return row.shared() == null ? 0 : sharers.getOrDefault(row.shared(), 0L).intValue();
    }

    private static Run further(Run run, List<StagedRow> batch) {
        return batch.isEmpty() ? run : run.at(batch.getLast().line(), run.atRow() + batch.size());
    }

    private static List<RowOutcome> outcomes(List<StagedRow> settled) {
        return settled.stream().map(StagedRow::told).toList();
    }

    private void forget(ImportId id) {
        ListReading reading = readings.remove(id);
        if (reading != null) {
            reading.close();
        }
    }
}
