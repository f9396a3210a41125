package city.dure.rotation;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** What the ledger says of a new master key: that there is one, and never the key. */
final class RotationRecords {
    private RotationRecords() {}

    /**
     * So many keys were wrapped anew.
     *
     * @param master the first letters of the new key's fingerprint
     */
    @LedgerKind(value = "vault.keys_rewrapped", open = true)
    record KeysRewrapped(String master, int keys) implements LedgerRecord {}

    /** Every key is under a new master key, and the one before is not needed any more. */
    @LedgerKind(value = "vault.master_key_changed", open = true)
    record MasterKeyChanged(String master) implements LedgerRecord {}
}
