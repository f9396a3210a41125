package city.dure.bankaccounts;

import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.bankaccounts.Coded.View;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger: never an account, only the commitment to one. */
final class BankRecords {
    private BankRecords() {}

    /**
     * An owner wants the shop's money paid to another account.
     *
     * @param replaces the request that waited until now; null when none did
     */
    @LedgerKind("shop_bank.requested")
    record Requested(
            BankChangeId change,
            MerchantId merchant,
            String commitment,
            @Nullable BankChangeId replaces)
            implements LedgerRecord {}

    /** The owner took the request back. */
    @LedgerKind("shop_bank.withdrawn")
    record Withdrawn(BankChangeId change, MerchantId merchant) implements LedgerRecord {}

    /** An officer saw the account in plain. */
    @LedgerKind("shop_bank.viewed")
    record Viewed(BankChangeId change, MerchantId merchant, View view) implements LedgerRecord {}

    /** An officer checked the account and asks another one to approve it. */
    @LedgerKind("shop_bank.proposed")
    record Proposed(BankChangeId change, MerchantId merchant, String commitment, Check check)
            implements LedgerRecord {}

    /** The second officer did not approve, or the first one took the proposal back. */
    @LedgerKind("shop_bank.returned")
    record Returned(BankChangeId change, MerchantId merchant) implements LedgerRecord {}

    /** The shop's money is paid to the account from now on. */
    @LedgerKind("shop_bank.changed")
    record Changed(BankChangeId change, MerchantId merchant, String commitment)
            implements LedgerRecord {}

    /** An officer refused the request. */
    @LedgerKind("shop_bank.refused")
    record Refused(BankChangeId change, MerchantId merchant, Refusal refusal)
            implements LedgerRecord {}

    /** The account is destroyed, as its owner left and the shop is closed. */
    @LedgerKind("shop_bank.forgotten")
    record Forgotten(BankChangeId change, MerchantId merchant) implements LedgerRecord {}
}
