package city.dure.money;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is told of money. Each has the movements ({@link Movement#written}) and the terms
 * of new lots ({@link Terms#written}, by lot), from which every balance can be computed again.
 */
final class MoneyRecords {
    private MoneyRecords() {}

    /** The city may issue so much more. */
    @LedgerKind(value = "money.allowed", open = true)
    record Allowed(TransferId transfer, String right, long amount, List<String> movements)
            implements LedgerRecord {}

    /** Money of the city came into a fund. */
    @LedgerKind(value = "money.funded", open = true)
    record Funded(TransferId transfer, String fund, long amount, List<String> movements)
            implements LedgerRecord {}

    /** A citizen bought local currency; what the city gave besides, and by which limits. */
    @LedgerKind("wallet.topped_up")
    record ToppedUp(
            TransferId transfer,
            Subject citizen,
            long paid,
            long given,
            int limits,
            List<String> movements,
            Map<String, String> terms)
            implements LedgerRecord {}

    /** A citizen paid at a shop. */
    @LedgerKind("payment.made")
    record Paid(
            TransferId transfer,
            @Nullable String payment,
            Subject citizen,
            Subject shop,
            long amount,
            List<String> movements)
            implements LedgerRecord {}

    /** A payment was refused before anything moved. */
    @LedgerKind("payment.refused")
    record PaymentRefused(
            String payment, Subject citizen, Subject shop, long amount, String refusal)
            implements LedgerRecord {}

    /** A shop gave back what was paid, or a part of it; into the same lots. */
    @LedgerKind("payment.refunded")
    record Refunded(
            TransferId transfer,
            TransferId payment,
            Subject citizen,
            Subject shop,
            long amount,
            List<String> movements,
            @Nullable Map<String, String> terms)
            implements LedgerRecord {}

    /** What a citizen did not spend in time went back to where it came from. */
    @LedgerKind("money.expired")
    record Expired(TransferId transfer, Subject citizen, long amount, List<String> movements)
            implements LedgerRecord {}
}
