package city.dure.eligibilitypages;

import static java.util.stream.Collectors.joining;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.city.District;
import city.dure.eligibility.Network;
import city.dure.eligibility.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls what rules name by code as the city calls it, in the language of the page. */
record RuleWords(City city, List<Network> networks) {
    /** The districts of a rule by name, one after the other. */
    public String districts(Rule rule) {
        return named(rule.districts(), code -> city.district(code).map(District::label));
    }

    /** The networks of a rule by name, one after the other. */
    public String networks(Rule rule) {
        return named(rule.networks(), this::network);
    }

    /** A category by name. */
    public String category(String code) {
        return city.category(code).map(Category::label).orElse(code);
    }

    /** A district by name; nothing for none. */
    public String district(@Nullable String code) {
        return code == null ? "" : city.district(code).map(District::label).orElse(code);
    }

    private Optional<String> network(String code) {
        return networks.stream()
                .filter(network -> network.code().equals(code))
                .map(Network::label)
                .findFirst();
    }

    /** A code that the city no longer has stands for itself. */
    private static String named(Set<String> codes, Function<String, Optional<String>> name) {
        return codes.stream()
                .map(code -> name.apply(code).orElse(code))
                .sorted()
                .collect(joining(", "));
    }
}
