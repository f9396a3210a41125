package city.dure.citizendesk;

import city.dure.lookups.LookupReason;
import java.util.Arrays;
import java.util.List;

/** The reasons to choose from, by their codes; templates have their words. */
final class Reasons {
    private Reasons() {}

    static List<String> options() {
        return Arrays.stream(LookupReason.values()).map(LookupReason::code).toList();
    }
}
