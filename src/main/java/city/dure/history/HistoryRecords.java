package city.dure.history;

import city.dure.imports.ImportId;
import city.dure.imports.Run;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** What the ledger is told about newer files of a list. */
final class HistoryRecords {
    private HistoryRecords() {}

    /**
     * An official decided what becomes of what a newer file no longer names.
     *
     * @param known how much the list was known to name
     * @param found how much of that stands in the file
     * @param decision {@code stay} or {@code close}
     */
    @LedgerKind(value = "import.compared", open = true)
    record Compared(
            ImportId list, long known, long found, long gone, long closable, String decision)
            implements LedgerRecord {}

    /**
     * What a run did was taken back.
     *
     * @param reopened what it had closed because a newer file no longer named it
     * @param left what somebody changed meanwhile, which stays as it is
     */
    @LedgerKind(value = "import.taken_back", open = true)
    record TakenBack(
            ImportId list, String target, long added, long changed, long reopened, long left)
            implements LedgerRecord {
        static TakenBack of(Run run, TakeBack done) {
            return new TakenBack(
                    run.id(),
                    run.target(),
                    done.added(),
                    done.changed(),
                    done.reopened(),
                    done.left());
        }
    }
}
