package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** An account can be signed in to with a new password. */
@LedgerKind("password.set")
record PasswordSet(AccountId account) implements LedgerRecord {}
