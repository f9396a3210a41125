package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/** The second administrator did not grant a role that was asked for. */
@LedgerKind("role.declined")
record RoleDeclined(AccountId account, String role) implements LedgerRecord {}
