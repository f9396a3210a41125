package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;

/** An account holds a role up to and including a day (Asia/Seoul). */
@LedgerKind("role.granted")
record RoleGranted(AccountId account, String role, LocalDate until) implements LedgerRecord {}
