package city.dure.audit;

import java.util.Collection;
import java.util.Map;

/**
 * What the codes under one key of the details are called, where a city sets them (districts,
 * categories); fixed codes are messages {@code ledger.value.<key>.<code>} instead.
 */
public interface CodeNames {
    /** The key in the details, such as {@code district}. */
    String key();

    /** The names of the codes, without a query for each; an unknown code is left out. */
    Map<String, String> names(Collection<String> codes);
}
