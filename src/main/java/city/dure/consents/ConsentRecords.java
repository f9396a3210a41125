package city.dure.consents;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Subject;

/** What the ledger says of consents. */
final class ConsentRecords {
    private ConsentRecords() {}

    /**
     * The city asks for a consent in new words.
     *
     * @param sha256 of the words in both languages, as {@link ConsentTexts} writes them
     */
    @LedgerKind(value = "consent.text_published", open = true)
    record TextPublished(String consent, int version, String sha256) implements LedgerRecord {}

    /** Somebody agrees to a version of the words. */
    @LedgerKind("consent.given")
    record Given(Subject person, String consent, int version) implements LedgerRecord {}

    /** Somebody no longer agrees. */
    @LedgerKind("consent.withdrawn")
    record Withdrawn(Subject person, String consent, int version) implements LedgerRecord {}
}
