package city.dure.storefronts;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import java.util.Map;

/** What this room writes into the ledger. */
final class StorefrontRecords {
    private StorefrontRecords() {}

    /**
     * A shop said when it is open.
     *
     * @param hours from and until by the day of the week, the break under {@code rest}, and under
     *     {@code holidays} whether it is {@code open} or {@code closed} on them
     */
    @LedgerKind(value = "storefront.hours_set", open = true)
    record HoursSet(MerchantId merchant, Map<String, String> hours) implements LedgerRecord {}

    /** A photo of a shop is shown. */
    @LedgerKind(value = "storefront.photo_added", open = true)
    record PhotoAdded(MerchantId merchant, PhotoId photo) implements LedgerRecord {}

    /**
     * A photo of a shop is shown no more and gone.
     *
     * @param reason why an official took it down, or that the shop did
     */
    @LedgerKind(value = "storefront.photo_removed", open = true)
    record PhotoRemoved(MerchantId merchant, PhotoId photo, String reason)
            implements LedgerRecord {}
}
