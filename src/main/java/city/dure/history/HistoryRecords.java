package city.dure.history;

import city.dure.imports.ImportId;
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
}
