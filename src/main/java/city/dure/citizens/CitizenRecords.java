package city.dure.citizens;

import city.dure.identity.AccountId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;
import java.util.List;

/** What the ledger says of citizens: never a value, only that there is a new one. */
final class CitizenRecords {
    private CitizenRecords() {}

    /** Somebody became a member. */
    @LedgerKind("citizen.joined")
    record Joined(CitizenId citizen, AccountId account, String district, LocalDate since)
            implements LedgerRecord {}

    /** Something about a citizen was proven: {@code email}, {@code phone} or their identity. */
    @LedgerKind("citizen.verified")
    record Verified(CitizenId citizen, String proof, int level) implements LedgerRecord {}

    /** A list of residents names somebody whom the register did not know. */
    @LedgerKind("citizen.listed")
    record Listed(CitizenId citizen, String district, LocalDate since) implements LedgerRecord {}

    /** A list of residents names somebody who had joined by themselves. */
    @LedgerKind("citizen.named")
    record Named(CitizenId citizen) implements LedgerRecord {}

    /** A member turned out to be somebody a list of residents names, and goes by that id now. */
    @LedgerKind("citizen.matched")
    record Matched(CitizenId citizen, CitizenId former) implements LedgerRecord {}

    /** What is kept about a citizen was corrected. */
    @LedgerKind("citizen.corrected")
    record Corrected(CitizenId citizen, List<String> fields) implements LedgerRecord {}

    /** A citizen lives in another part of the city. */
    @LedgerKind("citizen.moved")
    record Moved(CitizenId citizen, String district, LocalDate since, String source)
            implements LedgerRecord {}

    /**
     * A citizen was forgotten: their key is destroyed, and nothing leads from them to an account.
     */
    @LedgerKind("citizen.erased")
    record Erased(CitizenId citizen) implements LedgerRecord {}
}
