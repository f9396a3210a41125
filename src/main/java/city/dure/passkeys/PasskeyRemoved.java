package city.dure.passkeys;

import city.dure.identity.AccountId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** An account can be signed in to with a passkey less. */
@LedgerKind("passkey.removed")
record PasskeyRemoved(AccountId account) implements LedgerRecord {}
