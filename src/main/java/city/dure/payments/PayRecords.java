package city.dure.payments;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;

/** What the ledger is told by this room; what moves money, the room of money tells. */
final class PayRecords {
    private PayRecords() {}

    /** A shop has a number of its own, for those who pay there. */
    @LedgerKind(value = "shop.code_given", open = true)
    record CodeGiven(MerchantId merchant, String code) implements LedgerRecord {}
}
