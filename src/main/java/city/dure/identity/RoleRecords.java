package city.dure.identity;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger about roles. */
final class RoleRecords {
    private RoleRecords() {}

    /** An administrator asks another one to grant a role. */
    @LedgerKind("role.proposed")
    record Proposed(AccountId account, String role, LocalDate until) implements LedgerRecord {}

    /**
     * An account holds a role up to and including a day (Asia/Seoul).
     *
     * @param proposedBy the administrator who asked for it; none when the portal was set up
     */
    @LedgerKind("role.granted")
    record Granted(AccountId account, String role, LocalDate until, @Nullable AccountId proposedBy)
            implements LedgerRecord {}

    /** The second administrator did not grant a role that was asked for. */
    @LedgerKind("role.declined")
    record Declined(AccountId account, String role) implements LedgerRecord {}

    /** An account no longer holds a role, from its next request on. */
    @LedgerKind("role.withdrawn")
    record Withdrawn(AccountId account, String role) implements LedgerRecord {}
}
