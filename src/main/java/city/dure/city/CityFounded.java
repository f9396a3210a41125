package city.dure.city;

import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.util.Map;

/**
 * The portal of a city opened.
 *
 * @param districts names by code
 * @param categories names by code
 * @param exclusions the kinds of money a category may not accept, by the category's code
 */
@LedgerKind(value = "city.founded", open = true)
public record CityFounded(
        CityId city,
        String name,
        String currency,
        Map<String, String> districts,
        Map<String, String> categories,
        Map<String, String> exclusions)
        implements LedgerRecord {}
