package city.dure.eligibility;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shop must be to accept one kind of money.
 *
 * @param ceiling the largest yearly turnover in won; null when there is none
 * @param ceilings other ceilings in won, by the category's code
 * @param undeclared whether a shop that declared no turnover may accept it
 * @param districts codes of the districts it is for; empty when it is for all of them
 * @param networks codes of the networks it is for; empty when it is for all shops
 */
public record Rule(
        @Nullable Long ceiling,
        Map<String, Long> ceilings,
        boolean undeclared,
        Set<String> districts,
        Set<String> networks) {
    /** Anything that is a merchant and whose category allows it. */
    public static final Rule FREE = new Rule(null, Map.of(), true, Set.of(), Set.of());

    public Rule {
        ceilings = Map.copyOf(ceilings);
        districts = Set.copyOf(districts);
        networks = Set.copyOf(networks);
    }

    /** The same with another ceiling. */
    public Rule upTo(long won) {
        return new Rule(won, ceilings, undeclared, districts, networks);
    }

    /** Whether the turnover of any shop matters. */
    boolean hasCeiling() {
        return ceiling != null || !ceilings.isEmpty();
    }

    /** The largest yearly turnover for a category, in won; null when there is none. */
    @Nullable Long ceiling(String category) {
        Long own = ceilings.get(category);
        return own == null ? ceiling : own;
    }
}
