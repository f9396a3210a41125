package city.dure.shopchanges;

import city.dure.merchants.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for a change.
 *
 * @param was how the shop was described when that was asked for
 * @param decidedBy the account that decided, once somebody did
 * @param reason why it was refused
 */
record Change(
        ChangeId id,
        MerchantId shop,
        ChangeState state,
        Wanted wanted,
        Wanted was,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable ChangeRefusal reason) {
    /** Whether nobody has decided yet. */
    public boolean waits() {
        return state == ChangeState.WAITING;
    }
}
