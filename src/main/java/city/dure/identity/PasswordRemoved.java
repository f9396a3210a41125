package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** An account can no longer be signed in to with a password. */
@LedgerKind("password.removed")
record PasswordRemoved(AccountId account) implements LedgerRecord {}
