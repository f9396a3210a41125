package city.dure.bankaccounts;

import city.dure.bankaccounts.Coded.Check;
import city.dure.bankaccounts.Coded.Refusal;
import city.dure.identity.AccountId;
import city.dure.merchants.MerchantId;
import city.dure.vault.FileId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for another bank account, without the account.
 *
 * @param commitment to the account, hexadecimal; tells nothing without what the vault keeps
 * @param paper the copy of the bank book
 * @param proposal the newest one; null while no officer proposed to approve it
 * @param decidedBy the account that decided, once somebody did
 */
record BankChange(
        BankChangeId id,
        MerchantId shop,
        BankChangeState state,
        String commitment,
        FileId paper,
        AccountId requestedBy,
        Instant requestedAt,
        @Nullable Proposal proposal,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Refusal reason) {
    /**
     * What an officer asks another one to approve.
     *
     * @param id of its approval
     * @param by the officer's account
     */
    record Proposal(UUID id, String by, Check check) {}

    /** Whether somebody may have to see the account still. */
    public boolean matters() {
        return waits() || state == BankChangeState.IN_FORCE;
    }

    /** Whether nobody has decided yet. */
    public boolean waits() {
        return state == BankChangeState.WAITING;
    }
}
