package city.dure.calendar;

import city.dure.city.CityId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days became public holidays, are none any more, or are called otherwise. What they are called is
 * text that somebody wrote, and stays out of the ledger.
 *
 * @param added days, in their order
 * @param removed days, in their order
 * @param renamed days, in their order
 * @param fileSha256 of the list they came from; null when an administrator typed them
 */
@LedgerKind(value = "city.holidays_changed", version = 2, open = true)
record HolidaysChanged(
        CityId city,
        List<String> added,
        List<String> removed,
        List<String> renamed,
        @Nullable String fileSha256)
        implements LedgerRecord {}
