package city.dure.eligibility;

import static java.util.stream.Collectors.joining;

import city.dure.city.Category;
import city.dure.city.City;
import city.dure.merchants.MerchantFilter.Also;
import city.dure.shared.MoneyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rules as conditions on the table of businesses, so that lists need not ask shop by shop; they say
 * what {@link Judge} says.
 */
@Component
class RuleConditions {
    private static final Also APPROVED = new Also("status = 'APPROVED'", List.of());

    private final City city;

    RuleConditions(City city) {
        this.city = city;
    }

    /** The shops that may accept a kind of money by these rules, asked in a year. */
    Also accepting(MoneyKind kind, Rules rules, int year) {
        Rule rule = rules.of(kind);
        var all = new ArrayList<>(conditions(kind, rule));
        rule.ceilings()
                .forEach((category, won) ->
                        all.add(
                                any(
                                        not(in("category", List.of(category))),
                                        upTo(won, rule, year))));
        Long ceiling = rule.ceiling();
        if (ceiling != null) {
            Also within = upTo(ceiling, rule, year);
            all.add(
                    rule.ceilings().isEmpty()
                            ? within
                            : any(in("category", rule.ceilings().keySet()), within));
        }
        return joined("and", all);
    }

    /**
     * The shops that may accept a kind of money only up to a ceiling and declared no turnover for a
     * year, nor for a later one; empty when these rules have no ceiling.
     */
    Optional<Also> due(Rules rules, int year) {
        var kinds =
                Arrays.stream(MoneyKind.values())
                        .filter(kind -> rules.of(kind).hasCeiling())
                        .map(kind -> limited(kind, rules.of(kind)))
                        .toList();
        // Nearly all declared, in the end: gathered at once, not asked of each of them.
        var undeclared =
                new Also(
                        "merchant.id not in (select d.merchant_id from eligibility_turnover d"
                                + " where d.for_year >= ?)",
                        List.of(year));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of(joined("and", List.of(joined("or", kinds), undeclared)));
    }

    private Also limited(MoneyKind kind, Rule rule) {
        var all = new ArrayList<>(conditions(kind, rule));
        if (rule.ceiling() == null) {
            all.add(in("category", rule.ceilings().keySet()));
        }
        return joined("and", all);
    }

    /** All but the turnover. */
    private List<Also> conditions(MoneyKind kind, Rule rule) {
        var all = new ArrayList<>(List.of(APPROVED));
        var excluded =
                city.categories().stream()
                        .filter(category -> !category.accepts(kind))
                        .map(Category::code)
                        .toList();
        if (!excluded.isEmpty()) {
            all.add(not(in("category", excluded)));
        }
        if (!rule.districts().isEmpty()) {
            all.add(in("district", rule.districts()));
        }
        if (!rule.networks().isEmpty()) {
            all.add(belonging(rule.networks()));
        }
        return all;
    }

    private static Also belonging(Collection<String> networks) {
        Also named = in("s.network", networks);
        return new Also(
                "exists (select 1 from eligibility_network_shop s where s.merchant_id = merchant.id"
                        + " and "
                        + named.sql()
                        + ")",
                named.values());
    }

    /** What counts is not above a ceiling; what nobody declared is, where the rule says so. */
    private static Also upTo(long ceiling, Rule rule, int year) {
        int since = year - Turnover.COUNTS_FOR;
        var above =
                new Also(
                        "merchant.id not in (select t.merchant_id from eligibility_turnover t"
                                + " where t.won > ? and t.for_year >= ? and not exists (select 1"
                                + " from eligibility_turnover n where n.merchant_id = t.merchant_id"
                                + " and n.for_year > t.for_year))",
                        List.of(ceiling, since));
        return rule.undeclared() ? above : joined("and", List.of(above, declaredSince(since)));
    }

    private static Also declaredSince(int year) {
        return new Also(
                "exists (select 1 from eligibility_turnover d where d.merchant_id = merchant.id"
                        + " and d.for_year >= ?)",
                List.of(year));
    }

    private static Also in(String column, Collection<String> codes) {
        String places = codes.stream().map(code -> "?").collect(joining(", "));
        return new Also(column + " in (" + places + ")", List.copyOf(codes));
    }

    private static Also not(Also condition) {
        return new Also("not " + condition.sql(), condition.values());
    }

    private static Also any(Also... some) {
        return joined("or", List.of(some));
    }

    private static Also joined(String word, List<Also> some) {
        return new Also(
                some.stream().map(Also::sql).collect(joining(" " + word + " ", "(", ")")),
                some.stream().flatMap(each -> each.values().stream()).toList());
    }
}
