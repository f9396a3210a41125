package city.dure.eligibility;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.city.City;
import city.dure.eligibility.Declarations.Declared;
import city.dure.identity.AccountId;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantFilter.Also;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import city.dure.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What lists ask the database is what the judge says, shop by shop. */
@PortalTest
class RuleConditionsTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final int YEAR = 2026;
    private static final long CEILING = 1_000;

    @Autowired RuleConditions conditions;
    @Autowired Declarations declarations;
    @Autowired Eligibility eligibility;
    @Autowired Networks networks;
    @Autowired Shops shops;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired City city;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String network = "n" + tag;

    @Test
    void sayWhatTheJudgeSays() {
        makeShops();
        List<MerchantSummary> all = merchants.all(named()).toList();
        assertThat(all).hasSizeGreaterThan(100);
        Map<MerchantId, Shop> seen = shops.seen(all);
        int yes = 0;
        int no = 0;
        for (Rule rule : rules()) {
            for (MoneyKind kind : List.of(MoneyKind.GENERAL, MoneyKind.POLICY)) {
                Rules rules = of(kind, rule);
                Judge judge = new Judge(rules, city::category, YEAR);
                Set<MerchantId> expected =
                        all.stream()
                                .map(MerchantSummary::id)
                                .filter(id -> judge.ask(seen(seen, id), kind).yes())
                                .collect(toSet());
                assertThat(found(conditions.accepting(kind, rules, YEAR)))
                        .as(kind + " by " + rule)
                        .isEqualTo(expected);
                yes += expected.size();
                no += all.size() - expected.size();
            }
        }
        assertThat(yes).as("both answers are there").isPositive();
        assertThat(no).isPositive();
    }

    @Test
    void findWhatDependsOnATurnoverThatNobodyDeclared() {
        makeShops();
        List<MerchantSummary> all = merchants.all(named()).toList();
        Map<MerchantId, Shop> seen = shops.seen(all);
        for (Rule rule : rules()) {
            Rules rules = of(MoneyKind.GENERAL, rule);
            Judge strict = new Judge(of(MoneyKind.GENERAL, wanting(rule)), city::category, YEAR);
            // A judge who wants a declaration and knows of none refuses just these for that reason.
            Set<MerchantId> expected =
                    all.stream()
                            .map(MerchantSummary::id)
                            .filter(id -> !declared(seen(seen, id)))
                            .filter(id ->
                                    strict.ask(unknown(seen(seen, id)), MoneyKind.GENERAL)
                                            .reason()
                                            .equals("undeclared"))
                            .collect(toSet());
            Set<MerchantId> found =
                    conditions.due(rules, YEAR - 1).map(this::found).orElse(Set.of());
            assertThat(found).as("by " + rule).isEqualTo(expected);
        }
        assertThat(conditions.due(of(MoneyKind.GENERAL, Rule.FREE), YEAR - 1)).isEmpty();
        assertThat(conditions.due(Rules.national(), YEAR - 1).map(this::found).orElseThrow())
                .isNotEmpty();
    }

    private static boolean declared(Shop shop) {
        return shop.turnover() != null && shop.turnover().year() >= YEAR - 1;
    }

    private static Shop unknown(Shop shop) {
        return new Shop(shop.status(), shop.category(), shop.district(), null, shop.networks());
    }

    private static Rule wanting(Rule rule) {
        return new Rule(rule.ceiling(), rule.ceilings(), false, rule.districts(), rule.networks());
    }

    /** With and without a ceiling, ceilings by category, a declaration, districts and networks. */
    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (Long ceiling : new Long[] {null, CEILING}) {
            for (Map<String, Long> others :
                    List.<Map<String, Long>>of(Map.of(), Map.of("bakery", 5L, "cafe", 9_999L))) {
                for (boolean undeclared : new boolean[] {true, false}) {
                    rules.add(new Rule(ceiling, others, undeclared, Set.of(), Set.of()));
                    rules.add(new Rule(ceiling, others, undeclared, Set.of("hosu"), Set.of()));
                    rules.add(
                            new Rule(
                                    ceiling,
                                    others,
                                    undeclared,
                                    Set.of("hosu", "narae"),
                                    Set.of(network)));
                }
            }
        }
        return rules;
    }

    private static Rules of(MoneyKind kind, Rule rule) {
        var byKind = new EnumMap<MoneyKind, Rule>(MoneyKind.class);
        byKind.put(kind, rule);
        return new Rules(1, LocalDate.EPOCH, Instant.EPOCH, byKind);
    }

    private static Shop seen(Map<MerchantId, Shop> seen, MerchantId id) {
        return Objects.requireNonNull(seen.get(id));
    }

    private Set<MerchantId> found(Also also) {
        return merchants.all(named().and(also)).map(MerchantSummary::id).collect(toSet());
    }

    private MerchantFilter named() {
        return new MerchantFilter(tag, "", "", Set.of());
    }

    private void makeShops() {
        var declared =
                List.<List<Turnover>>of(
                        List.of(),
                        List.of(new Turnover(YEAR - 1, CEILING)),
                        List.of(new Turnover(YEAR - 1, CEILING + 1)),
                        List.of(new Turnover(YEAR - 2, CEILING + 1)),
                        List.of(new Turnover(YEAR - 3, CEILING + 1)),
                        List.of(new Turnover(YEAR - 3, 1)),
                        List.of(new Turnover(YEAR - 2, CEILING + 1), new Turnover(YEAR - 1, 1)),
                        List.of(new Turnover(YEAR - 2, 1), new Turnover(YEAR, CEILING + 1)));
        var places = city.categories();
        String excluded =
                places.stream()
                        .filter(category -> !category.accepts(MoneyKind.POLICY))
                        .filter(category -> !category.barred())
                        .findFirst()
                        .orElseThrow()
                        .code();
        eligibility.make(OFFICER, new Network(network, network, network, 0));
        for (List<Turnover> turnovers : declared) {
            for (String category : List.of("bakery", "cafe", excluded)) {
                for (String district : List.of("hosu", "narae", "")) {
                    make(category, district, turnovers);
                }
            }
        }
    }

    /** A shop of each state, one of them in the network. */
    private void make(String category, String district, List<Turnover> turnovers) {
        MerchantId member = approved(category, district);
        eligibility.belong(OFFICER, member, Set.of(network), Set.of());
        MerchantId suspended = approved(category, district);
        decisions.suspend(OFFICER, suspended, "papers", merchants.summary(suspended).version());
        var made = List.of(member, suspended, approved(category, district));
        declarations.declare(
                OFFICER,
                made.stream()
                        .flatMap(shop -> turnovers.stream().map(one -> new Declared(shop, one)))
                        .toList());
    }

    private MerchantId approved(String category, String district) {
        var owner = new AccountId(UUID.randomUUID());
        var business =
                Business.of(
                        tag + " " + UUID.randomUUID(),
                        category,
                        district.isEmpty() ? null : district,
                        "이름 없는 길 1");
        return merchants.approve(OFFICER, null, business, owner, owner).merchant();
    }
}
