package city.dure.imports;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Spelling;
import city.dure.uploads.UploadedTable;
import city.dure.uploads.Uploads;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists that officials upload: kept, tried, decided about; the work itself is the engine's. */
@Service
@Transactional
public class Imports {
    private final Runs runs;
    private final StagedRows rows;
    private final RowSeals seals;
    private final Uploads uploads;
    private final Ledger ledger;
    private final Clock clock;
    private final ImportWorker worker;
    private final Targets targets;

    Imports(
            Runs runs,
            StagedRows rows,
            RowSeals seals,
            Uploads uploads,
            Ledger ledger,
            Clock clock,
            ImportWorker worker,
            Targets targets) {
        this.runs = runs;
        this.rows = rows;
        this.seals = seals;
        this.uploads = uploads;
        this.ledger = ledger;
        this.clock = clock;
        this.worker = worker;
        this.targets = targets;
    }

    /** What lists can be uploaded into. */
    public List<ImportTarget> targets() {
        return targets.all();
    }

    /** The target of this name. */
    public ImportTarget target(String name) {
        return targets.named(name);
    }

    /** Keeps a file that was looked over. */
    public ImportId upload(
            Actor actor, ImportTarget target, String name, UploadedTable table, InputStream file)
            throws IOException {
        ImportId id = ImportId.random();
        runs.add(id, target, actor, name, table, clock.instant());
        uploads.keep(id.value(), file, seals.begin(target, id)::keep);
        return id;
    }

    /** Starts the trial run; a run that has gone on meanwhile is left as it is. */
    public void choose(ImportId id, Map<String, Integer> columns, String source) {
        Run run = lock(id);
        if (run.state() == Run.State.UPLOADED) {
            runs.save(run.tried(columns, known(run.target(), source)));
            worker.ringAfterCommit();
        }
    }

    /** One list keeps one name, however it is spelled this time. */
    private String known(String target, String source) {
        return runs.sources(target).stream()
                .filter(known -> Spelling.of(known).equals(Spelling.of(source)))
                .findFirst()
                .orElse(source);
    }

    /** Takes the list over, or goes on with it, in the background. */
    public void apply(Actor actor, ImportId id) {
        Run run = lock(id);
        if (run.state() == Run.State.READY) {
            runs.save(run.by(actor).rewound(Run.State.APPLYING));
        } else if (run.state() == Run.State.STOPPED) {
            runs.save(run.by(actor).in(Run.State.APPLYING));
        } else if (!run.isTakenOver()) {
            throw new Conflict("imports.conflict.apply");
        }
        worker.ringAfterCommit();
    }

    /**
     * Begins to take back what a run did, in the background; false when somebody has begun already.
     *
     * @throws Conflict when it did nothing to its end, and was not stopped
     */
    public boolean takeBack(Actor actor, ImportId id) {
        Run run = lock(id);
        if (run.isTakenBack()) {
            return false;
        }
        if (!run.canBeTakenBack()) {
            throw new Conflict("imports.conflict.take-back");
        }
        runs.save(run.by(actor).in(Run.State.TAKING_BACK));
        worker.ringAfterCommit();
        return true;
    }

    /** Stops a run that is being taken over after the batch under way; what is done stays. */
    public Optional<LedgerReceipt> stop(Actor actor, ImportId id) {
        Run run = lock(id);
        if (run.state() != Run.State.APPLYING) {
            return Optional.empty();
        }
        runs.save(run.ended(Run.State.STOPPED, false, clock.instant()));
        return Optional.of(
                ledger.record(actor, ImportRecords.Stopped.of(run, targets.toldHash(run))));
    }

    /**
     * Throws a list away; what it took over before stays, and its staged rows go in the background.
     * One that is thrown away already is left as it is.
     *
     * @param taken how many rows were behind the list when the official was asked
     * @throws Conflict when it is being taken over, or was taken further than the official was
     *     shown
     */
    public Optional<LedgerReceipt> discard(Actor actor, ImportId id, long taken) {
        refuseWhatWentOn(find(id), taken); // At once; the lock waits for the batch under way.
        Run run = lock(id);
        refuseWhatWentOn(run, taken);
        if (run.isDiscarded()) {
            return Optional.empty();
        }
        runs.save(run.by(actor).in(Run.State.DISCARDING));
        seals.destroy(id);
        worker.ringAfterCommit();
        return Optional.of(
                ledger.record(actor, ImportRecords.Discarded.of(run, targets.toldHash(run))));
    }

    private static void refuseWhatWentOn(Run run, long taken) {
        boolean asShown = run.discardable() && run.done().total() == taken;
        if (!asShown && !run.isDiscarded()) {
            throw new Conflict.Changed("imports.conflict.discard");
        }
    }

    /** The newest other run that took over the same file to its end. */
    @Transactional(readOnly = true)
    public Optional<Run> sameFile(Run run) {
        return runs.finishedWithFileOf(run);
    }

    /** What the list is probably called: as the last one with the same header. */
    @Transactional(readOnly = true)
    public String probableSource(Run run) {
        return run.source().isEmpty() ? runs.sourceOfSameHeader(run).orElse("") : run.source();
    }

    /** What lists of a target were called before. */
    @Transactional(readOnly = true)
    public List<String> sources(String target) {
        return runs.sources(target);
    }

    /** One run. */
    @Transactional(readOnly = true)
    public Run find(ImportId id) {
        return runs.find(id).orElseThrow(() -> new NotFound("import " + id));
    }

    /** The runs of these targets in any of these states, newest first. */
    @Transactional(readOnly = true)
    public Page<Run> page(
            Set<Run.State> states, List<ImportTarget> of, @Nullable Long before, int size) {
        String[] names = of.stream().map(ImportTarget::name).toArray(String[]::new);
        return runs.page(states, names, before, size);
    }

    /** The runs of one list, newest first. */
    @Transactional(readOnly = true)
    public Page<Run> history(String target, String source, @Nullable Long before, int size) {
        return runs.history(target, source, before == null ? Long.MAX_VALUE : before, size);
    }

    /**
     * The row report, by the line.
     *
     * @param text what stands in one of the row's cells; empty for any
     */
    @Transactional(readOnly = true)
    public Page<StagedRow> rows(
            Run run, StagedRow.Filter filter, String text, long after, int size) {
        return rows.page(run, filter, text, after, size);
    }

    /** Which of these keys stand in the file of a run, as {@link RowCheck#key} made them. */
    @Transactional(readOnly = true)
    public Set<String> standing(Run run, Collection<String> keys) {
        Map<UUID, String> sought = new HashMap<>();
        var staging = rows.staging(run);
        keys.forEach(key -> sought.put(staging.fingerprint(key), key));
        Map<UUID, Long> lines = rows.firstLines(run, sought.keySet());
        sought.keySet().removeIf(item -> lines.getOrDefault(item, 0L) == 0);
        return Set.copyOf(sought.values());
    }

    private Run lock(ImportId id) {
        return runs.lock(id).orElseThrow(() -> new NotFound("import " + id));
    }
}
