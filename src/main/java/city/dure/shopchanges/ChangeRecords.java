package city.dure.shopchanges;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import java.util.List;

/** What this room writes into the ledger; what changes in the end is the merchant's entry. */
final class ChangeRecords {
    private ChangeRecords() {}

    /**
     * An owner wants facts of the shop changed; the fields are named, their content is not told.
     */
    @LedgerKind("shop_change.requested")
    record Requested(ChangeId change, MerchantId merchant, List<String> fields)
            implements LedgerRecord {}

    /** The owner took the request back. */
    @LedgerKind("shop_change.withdrawn")
    record Withdrawn(ChangeId change, MerchantId merchant) implements LedgerRecord {}

    /** An officer agreed to the change. */
    @LedgerKind("shop_change.approved")
    record Approved(ChangeId change, MerchantId merchant) implements LedgerRecord {}

    /** An officer refused the change. */
    @LedgerKind("shop_change.refused")
    record Refused(ChangeId change, MerchantId merchant, ChangeRefusal refusal)
            implements LedgerRecord {}
}
