package city.dure.lookups;

import city.dure.citizens.CitizenId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/**
 * An official may see a citizen for ten minutes.
 *
 * @param namesake whether somebody of the staff is called like the citizen
 */
@LedgerKind("lookup.opened")
record LookupOpened(CitizenId citizen, LookupReason reason, boolean namesake)
        implements LedgerRecord {}
