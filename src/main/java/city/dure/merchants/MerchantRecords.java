package city.dure.merchants;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.Member.Membership;
import city.dure.shared.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger. */
final class MerchantRecords {
    private MerchantRecords() {}

    /**
     * A business came from an open list, or came back to it.
     *
     * @param state {@code listed} or {@code closed}
     * @param list the import that brought it
     */
    @LedgerKind(value = "merchant.listed", open = true)
    record Listed(
            MerchantId merchant,
            String category,
            @Nullable String district,
            String state,
            @Nullable Subject list)
            implements LedgerRecord {}

    /** Public facts of a business changed; the fields are named, their content is not told. */
    @LedgerKind(value = "merchant.changed", open = true)
    record Changed(MerchantId merchant, List<String> fields, @Nullable Subject list)
            implements LedgerRecord {}

    /**
     * Businesses lie in other districts, since the districts were replaced.
     *
     * @param outlines which replacement, as its entry counts it
     * @param districts the district's code by the business; empty text outside all districts
     */
    @LedgerKind(value = "merchant.placed", open = true)
    record Placed(int outlines, Map<MerchantId, String> districts) implements LedgerRecord {}

    /**
     * A business became a merchant.
     *
     * @param application on which; null when an operator before had approved it
     */
    @LedgerKind(value = "merchant.approved", open = true)
    record Approved(
            MerchantId merchant,
            @Nullable Subject application,
            String category,
            @Nullable String district)
            implements LedgerRecord {}

    /** A merchant must not accept the currency for now. */
    @LedgerKind(value = "merchant.suspended", open = true)
    record Suspended(MerchantId merchant, String reason) implements LedgerRecord {}

    /** A suspended merchant accepts the currency again. */
    @LedgerKind(value = "merchant.resumed", open = true)
    record Resumed(MerchantId merchant) implements LedgerRecord {}

    /** A business left the scheme or closed. */
    @LedgerKind(value = "merchant.closed", open = true)
    record Closed(MerchantId merchant, String reason, @Nullable Subject list)
            implements LedgerRecord {}

    /** Somebody began to work in a shop. */
    @LedgerKind("merchant.member_added")
    record MemberAdded(MerchantId merchant, Subject account, Membership membership)
            implements LedgerRecord {}

    /** Somebody stopped working in a shop. */
    @LedgerKind("merchant.member_removed")
    record MemberRemoved(MerchantId merchant, Subject account) implements LedgerRecord {}
}
