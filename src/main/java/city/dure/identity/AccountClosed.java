package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** Nobody signs in to an account any more, and its name is forgotten. */
@LedgerKind("account.closed")
record AccountClosed(AccountId account) implements LedgerRecord {}
