package city.dure.imports;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import org.jspecify.annotations.Nullable;

/** What the ledger is told about uploaded lists. */
final class ImportRecords {
    private ImportRecords() {}

    /** An uploaded list was taken over to its end. */
    @LedgerKind(value = "import.finished", open = true)
    record Finished(
            ImportId list,
            String target,
            @Nullable String fileSha256,
            long rows,
            long added,
            long changed,
            long unchanged,
            long refused)
            implements LedgerRecord {
        static Finished of(Run run, @Nullable String fileSha256) {
            Run.Counts done = run.done();
            return new Finished(
                    run.id(),
                    run.target(),
                    fileSha256,
                    done.total(),
                    done.added(),
                    done.changed(),
                    done.unchanged(),
                    done.refused());
        }
    }

    /** An uploaded list was stopped before its end; what it took over until then stays. */
    @LedgerKind(value = "import.stopped", open = true)
    record Stopped(
            ImportId list,
            String target,
            @Nullable String fileSha256,
            long rows,
            long of,
            long added,
            long changed)
            implements LedgerRecord {
        static Stopped of(Run run, @Nullable String fileSha256) {
            Run.Counts done = run.done();
            return new Stopped(
                    run.id(),
                    run.target(),
                    fileSha256,
                    done.total(),
                    run.file().rows(),
                    done.added(),
                    done.changed());
        }
    }

    /** An uploaded list was thrown away; what it took over before stays. */
    @LedgerKind(value = "import.discarded", open = true)
    record Discarded(
            ImportId list,
            String target,
            @Nullable String fileSha256,
            long rows,
            long of,
            long added,
            long changed)
            implements LedgerRecord {
        static Discarded of(Run run, @Nullable String fileSha256) {
            Run.Counts done = run.done();
            return new Discarded(
                    run.id(),
                    run.target(),
                    fileSha256,
                    done.total(),
                    run.file().rows(),
                    done.added(),
                    done.changed());
        }
    }
}
