package city.dure.invitations;

import city.dure.identity.AccountId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;

/**
 * Whoever holds the link may set how this account is signed in to, once and until then.
 *
 * @param until as ISO 8601, UTC
 */
@LedgerKind("account.invited")
record AccountInvited(AccountId account, String until) implements LedgerRecord {}
