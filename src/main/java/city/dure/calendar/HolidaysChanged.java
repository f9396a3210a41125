package city.dure.calendar;

import city.dure.city.CityId;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days became public holidays, or are none any more.
 *
 * @param added names by day
 * @param removed names by day
 * @param fileSha256 of the list they came from; null when an administrator typed them
 */
@LedgerKind(value = "city.holidays_changed", open = true)
record HolidaysChanged(
        CityId city,
        Map<String, String> added,
        Map<String, String> removed,
        @Nullable String fileSha256)
        implements LedgerRecord {}
