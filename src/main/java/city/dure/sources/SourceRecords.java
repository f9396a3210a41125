package city.dure.sources;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import city.dure.shared.Subject;
import java.util.List;

/** What the ledger is told about what lists say. */
final class SourceRecords {
    private SourceRecords() {}

    /**
     * A list said something of a known business that changes nothing there: it names the business
     * for the first time, or in other words than before.
     */
    @LedgerKind(value = "merchant.named", open = true)
    record Named(MerchantId merchant, Subject list) implements LedgerRecord {}

    /** A list contradicts the one that counts for a business; the business stays as it is. */
    @LedgerKind(value = "merchant.disputed", open = true)
    record Disputed(MerchantId merchant, List<String> fields, Subject list)
            implements LedgerRecord {}
}
