package city.dure.applications;

import city.dure.applications.Reviews.ViewReason;
import city.dure.applications.Reviews.Wanted;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.merchants.MerchantId;
import city.dure.shared.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this room writes into the ledger; an approval is the merchant's entry. */
final class ApplicationRecords {
    private ApplicationRecords() {}

    /** A shop applied; the claimed business is named where there is one. */
    @LedgerKind("application.submitted")
    record Submitted(ApplicationId application, @Nullable MerchantId claimed)
            implements LedgerRecord {}

    /** An officer took an application up. */
    @LedgerKind("application.review_started")
    record ReviewStarted(ApplicationId application) implements LedgerRecord {}

    /** An officer asked for something. */
    @LedgerKind("application.information_wanted")
    record InformationWanted(ApplicationId application, List<Wanted> wanted)
            implements LedgerRecord {}

    /** The applicant sent what was asked for. */
    @LedgerKind("application.information_given")
    record InformationGiven(ApplicationId application, List<PaperType> papers)
            implements LedgerRecord {}

    /** An application was refused. */
    @LedgerKind("application.refused")
    record Refused(ApplicationId application, RefusalReason refusal) implements LedgerRecord {}

    /** The applicant objected to the refusal. */
    @LedgerKind("application.objected")
    record Objected(ApplicationId application) implements LedgerRecord {}

    /** A second officer upheld the refusal. */
    @LedgerKind("application.objection_refused")
    record ObjectionRefused(ApplicationId application, RefusalReason refusal)
            implements LedgerRecord {}

    /** The applicant took the application back. */
    @LedgerKind("application.withdrawn")
    record Withdrawn(ApplicationId application) implements LedgerRecord {}

    /** The owner of an application that an official wrote joined it. */
    @LedgerKind("application.owner_joined")
    record OwnerJoined(ApplicationId application, Subject account) implements LedgerRecord {}

    /** An application was forgotten as its applicant left, or after that as the shop closed. */
    @LedgerKind("application.forgotten")
    record Forgotten(ApplicationId application) implements LedgerRecord {}

    /** An officer looked at the person behind an application. */
    @LedgerKind("application.person_viewed")
    record PersonViewed(ApplicationId application, ViewReason view) implements LedgerRecord {}
}
