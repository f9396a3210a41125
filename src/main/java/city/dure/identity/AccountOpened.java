package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** Somebody may sign in from now on. */
@LedgerKind("account.opened")
record AccountOpened(AccountId account, boolean staff) implements LedgerRecord {}
