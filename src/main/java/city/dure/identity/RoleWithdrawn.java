package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** An account no longer holds a role, from its next request on. */
@LedgerKind("role.withdrawn")
record RoleWithdrawn(AccountId account, String role) implements LedgerRecord {}
