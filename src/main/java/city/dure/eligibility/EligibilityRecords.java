package city.dure.eligibility;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import city.dure.shared.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What this room writes into the ledger. */
final class EligibilityRecords {
    private EligibilityRecords() {}

    /**
     * The city announced rules about which shops may accept which money; until version 2 one
     * officer did so alone.
     *
     * @param proposal what one officer asked for and another approved
     * @param noticed the day of the notice
     * @param from the minute from which they hold, ISO 8601 in UTC
     * @param rules each condition under {@code kind.condition}; amounts in won
     */
    @LedgerKind(value = "eligibility.announced", version = 2, open = true)
    record Announced(
            Subject proposal,
            int revision,
            LocalDate noticed,
            String from,
            Map<String, String> rules)
            implements LedgerRecord {}

    /** Announced rules will not come into force. */
    @LedgerKind(value = "eligibility.withdrawn", open = true)
    record Withdrawn(int revision) implements LedgerRecord {}

    /** A shop's yearly turnover in won was declared. */
    @LedgerKind("eligibility.turnover_declared")
    record TurnoverDeclared(MerchantId merchant, int year, long won) implements LedgerRecord {}

    /**
     * A shop's turnover was noted by mistake: for that year it declared nothing.
     *
     * @param won what was noted
     * @param reason a reason code
     */
    @LedgerKind("eligibility.turnover_withdrawn")
    record TurnoverWithdrawn(MerchantId merchant, int year, long won, String reason)
            implements LedgerRecord {}

    /**
     * There is a network that rules may name; what people call it, which may be a name, is not
     * told.
     */
    @LedgerKind(value = "eligibility.network_made", version = 2, open = true)
    record NetworkMade(String network) implements LedgerRecord {}

    /** A shop belongs to other networks. */
    @LedgerKind(value = "eligibility.networks_changed", open = true)
    record NetworksChanged(MerchantId merchant, List<String> joined, List<String> parted)
            implements LedgerRecord {}
}
