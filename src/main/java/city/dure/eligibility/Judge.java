package city.dure.eligibility;

import city.dure.city.Category;
import city.dure.merchants.MerchantStatus;
import city.dure.shared.MoneyKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Applies rules to shops: the first condition that is not met is the answer, in the order state,
 * category, district, network, turnover.
 */
final class Judge {
    private final Rules rules;
    private final Function<String, Optional<Category>> categories;
    private final int year;

    /**
     * A judge by these rules.
     *
     * @param categories the city's, by code
     * @param year the year in which is asked, of Asia/Seoul
     */
    Judge(Rules rules, Function<String, Optional<Category>> categories, int year) {
        this.rules = rules;
        this.categories = categories;
        this.year = year;
    }

    Answer ask(Shop shop, MoneyKind kind) {
        Rule rule = rules.of(kind);
        return Stream.of(
                        state(shop),
                        category(shop, kind),
                        district(shop, rule),
                        network(shop, rule),
                        turnover(shop, rule))
                .flatMap(Optional::stream)
                .findFirst()
                .map(no -> new Answer(kind, no.reason, no.args, rules.version()))
                .orElseGet(() -> new Answer(kind, "yes", List.of(), rules.version()));
    }

    private record No(String reason, List<String> args) {}

    private static Optional<No> state(Shop shop) {
        return shop.status() == MerchantStatus.APPROVED
                ? Optional.empty()
                : no("state." + shop.status().code());
    }

    private Optional<No> category(Shop shop, MoneyKind kind) {
        return categories
                .apply(shop.category())
                .filter(category -> !category.accepts(kind))
                .flatMap(category -> no("category", category.code()));
    }

    private static Optional<No> district(Shop shop, Rule rule) {
        if (rule.districts().isEmpty()) {
            return Optional.empty();
        }
        String district = shop.district();
        if (district == null) {
            return no("district.none");
        }
        return rule.districts().contains(district) ? Optional.empty() : no("district", district);
    }

    private static Optional<No> network(Shop shop, Rule rule) {
        boolean outside =
                !rule.networks().isEmpty()
                        && Collections.disjoint(rule.networks(), shop.networks());
        return outside ? no("network") : Optional.empty();
    }

    private Optional<No> turnover(Shop shop, Rule rule) {
        Long ceiling = rule.ceiling(shop.category());
        if (ceiling == null) {
            return Optional.empty();
        }
        Turnover declared = shop.turnover();
        if (declared == null || !declared.counts(year)) {
            return rule.undeclared()
                    ? Optional.empty()
                    : no("undeclared", Integer.toString(year - 1));
        }
        return declared.won() > ceiling ? no("turnover", Long.toString(ceiling)) : Optional.empty();
    }

    private static Optional<No> no(String reason, String... args) {
        return Optional.of(new No(reason, List.of(args)));
    }
}
