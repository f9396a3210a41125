package city.dure.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.city.Category;
import city.dure.merchants.MerchantStatus;
import city.dure.shared.MoneyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may accept what, as a table of examples. */
class JudgeTests {
    private static final Map<String, Category> CATEGORIES =
            Map.of(
                    "bakery", category("bakery", Set.of()),
                    "karaoke", category("karaoke", Set.of(MoneyKind.POLICY)),
                    "gambling", category("gambling", Set.of(MoneyKind.values())));

    /**
     * Asked in 2026; the city wants declarations for top-up money and limits where policy money
     * goes.
     */
    private static final Judge JUDGE =
            new Judge(
                    new Rules(
                            3,
                            LocalDate.of(2026, 5, 1),
                            Instant.EPOCH,
                            Map.of(
                                    MoneyKind.GENERAL,
                                    new Rule(
                                            1_000_000_000L,
                                            Map.of("karaoke", 3_000_000_000L),
                                            false,
                                            Set.of(),
                                            Set.of()),
                                    MoneyKind.POLICY,
                                    new Rule(null, Map.of(), true, Set.of("hosu"), Set.of()),
                                    MoneyKind.POINTS,
                                    new Rule(null, Map.of(), true, Set.of(), Set.of("market")))),
                    code -> Optional.ofNullable(CATEGORIES.get(code)),
                    2026);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # state   | category | district | year | won        | networks | kind      | answer
                    APPROVED  , bakery   , hosu     , 2025 , 900000000  , -        , GENERAL   , yes
                    APPROVED  , bakery   , hosu     , 2025 , 1000000000 , -        , GENERAL   , yes
                    APPROVED  , bakery   , hosu     , 2025 , 1000000001 , -        , GENERAL   , turnover
                    APPROVED  , bakery   , hosu     , 2024 , 900000000  , -        , GENERAL   , yes
                    APPROVED  , bakery   , hosu     , 2023 , 900000000  , -        , GENERAL   , undeclared
                    APPROVED  , bakery   , hosu     , -    , -          , -        , GENERAL   , undeclared
                    APPROVED  , karaoke  , hosu     , 2025 , 2500000000 , -        , GENERAL   , yes
                    APPROVED  , karaoke  , hosu     , 2025 , 2500000000 , -        , POLICY    , category
                    APPROVED  , bakery   , hosu     , 2025 , 9900000000 , -        , POLICY    , yes
                    APPROVED  , bakery   , narae    , -    , -          , -        , POLICY    , district
                    APPROVED  , bakery   , -        , -    , -          , -        , POLICY    , district.none
                    APPROVED  , bakery   , hosu     , -    , -          , -        , POINTS    , network
                    APPROVED  , bakery   , hosu     , -    , -          , market   , POINTS    , yes
                    APPROVED  , bakery   , hosu     , -    , -          , chain    , POINTS    , network
                    APPROVED  , bakery   , hosu     , -    , -          , -        , VOLUNTEER , yes
                    APPROVED  , gambling , hosu     , -    , -          , -        , VOLUNTEER , category
                    APPROVED  , unknown  , hosu     , -    , -          , -        , VOLUNTEER , yes
                    LISTED    , bakery   , hosu     , 2025 , 1          , -        , GENERAL   , state.listed
                    SUSPENDED , bakery   , hosu     , 2025 , 1          , -        , GENERAL   , state.suspended
                    CLOSED    , gambling , -        , -    , -          , -        , GENERAL   , state.closed
                    """)
    void answersWithTheFirstConditionThatIsNotMet(
            MerchantStatus status,
            String category,
            @Nullable String district,
            @Nullable Integer year,
            @Nullable Long won,
            @Nullable String network,
            MoneyKind kind,
            String answer) {
        var turnover = year == null || won == null ? null : new Turnover(year, won);
        var networks = network == null ? Set.<String>of() : Set.of(network);
        var given = JUDGE.ask(new Shop(status, category, district, turnover, networks), kind);
        assertThat(given.reason()).isEqualTo(answer);
        assertThat(given.yes()).isEqualTo(answer.equals("yes"));
        assertThat(given.version()).isEqualTo(3);
    }

    @Test
    void beginsWithTheNationalGuideline() {
        var judge = new Judge(Rules.national(), code -> Optional.empty(), 2026);
        var large =
                new Shop(
                        MerchantStatus.APPROVED,
                        "mart",
                        null,
                        new Turnover(2025, Rules.NATIONAL_CEILING + 1),
                        Set.of());
        assertThat(judge.ask(large, MoneyKind.GENERAL).args()).containsExactly("3000000000");
        assertThat(judge.ask(large, MoneyKind.POLICY).yes()).isTrue();
    }

    @Test
    void isToldToTheLedgerInWords() {
        assertThat(Rules.national().written())
                .containsEntry("general.ceiling", "3000000000")
                .containsEntry("policy.undeclared", "yes")
                .doesNotContainKey("policy.ceiling");
        assertThat(
                        Arrays.stream(MoneyKind.values())
                                .map(MoneyKind::code)
                                .collect(Collectors.toSet()))
                .allMatch(kind -> Rules.national().written().containsKey(kind + ".undeclared"));
    }

    private static Category category(String code, Set<MoneyKind> excluded) {
        return new Category(code, 1, code, code, excluded, List.of());
    }
}
