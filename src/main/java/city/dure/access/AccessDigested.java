package city.dure.access;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.time.LocalDate;
import java.util.Map;

/**
 * One day of the access log, fixed: whoever changes a line of it later no longer fits the hash.
 *
 * @param counts how many of what
 * @param hash SHA-256 of the day's lines, hexadecimal
 */
@LedgerKind(value = "access.digested", open = true)
record AccessDigested(LocalDate day, Map<String, String> counts, String hash)
        implements LedgerRecord {}
