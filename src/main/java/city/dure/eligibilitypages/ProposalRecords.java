package city.dure.eligibilitypages;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;
import java.util.Map;

/** What is written into the ledger about rules that wait for a second officer. */
final class ProposalRecords {
    private ProposalRecords() {}

    /**
     * An officer asks another to announce rules.
     *
     * @param revision the newest rules that they would follow
     * @param noticed the day of the notice
     * @param from the minute from which they would hold, ISO 8601 in UTC
     * @param rules each condition under {@code kind.condition}; amounts in won
     */
    @LedgerKind("eligibility.proposed")
    record Proposed(
            ProposalId proposal,
            int revision,
            LocalDate noticed,
            String from,
            Map<String, String> rules)
            implements LedgerRecord {}

    /** Rules that were asked for are not announced: declined, or taken back by who asked. */
    @LedgerKind("eligibility.declined")
    record Declined(ProposalId proposal) implements LedgerRecord {}
}
