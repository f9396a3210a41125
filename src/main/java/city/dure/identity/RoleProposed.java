package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;

/** An administrator asks another one to grant a role. */
@LedgerKind("role.proposed")
record RoleProposed(AccountId account, String role, LocalDate until) implements LedgerRecord {}
