package city.dure.sources;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import city.dure.shared.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** What a list said of a business was taken back; the business did not change. */
    @LedgerKind(value = "merchant.unnamed", open = true)
    record Unnamed(MerchantId merchant, Subject list) implements LedgerRecord {}

    /**
     * An official decided which list counts for a business.
     *
     * @param list the import by which that list said what it says; null when that is not known
     */
    @LedgerKind(value = "merchant.list_chosen", open = true)
    record Chosen(MerchantId merchant, @Nullable Subject list) implements LedgerRecord {}
}
