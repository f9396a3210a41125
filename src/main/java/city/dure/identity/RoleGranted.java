package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account holds a role up to and including a day (Asia/Seoul).
 *
 * @param proposedBy the administrator who asked for it; none when the portal was set up
 */
@LedgerKind("role.granted")
record RoleGranted(AccountId account, String role, LocalDate until, @Nullable AccountId proposedBy)
        implements LedgerRecord {}
