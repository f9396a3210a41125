package city.dure.shopreports;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger. */
final class ReportRecords {
    private ReportRecords() {}

    /** Names one report; written {@code r-…}. */
    record ReportId(UUID value) implements Subject {
        @Override
        public String ref() {
            return PublicId.write("r", value);
        }
    }

    /**
     * A citizen reported a shop.
     *
     * @param what what happened at the counter; null for a closed shop
     * @param seen on which day
     */
    @LedgerKind("shop_report.filed")
    record Filed(
            ReportId report,
            CaseId shopCase,
            ReportedShop merchant,
            String kind,
            @Nullable String what,
            LocalDate seen)
            implements LedgerRecord {}

    /**
     * An official settled what was reported about a shop.
     *
     * @param reports how many people had reported it
     */
    @LedgerKind("shop_report.settled")
    record Settled(CaseId shopCase, MerchantId merchant, String kind, String outcome, int reports)
            implements LedgerRecord {}
}
