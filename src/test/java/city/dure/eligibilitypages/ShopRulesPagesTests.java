package city.dure.eligibilitypages;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.eligibility.Answer;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Rechecks;
import city.dure.eligibility.Standing;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantFilter;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is noted of one shop, and who is told. */
@PortalTest
class ShopRulesPagesTests {
    private static final String PATH = "/office/eligibility";

    @Autowired MockMvcTester mvc;
    @Autowired Eligibility eligibility;
    @Autowired Declarations declarations;
    @Autowired Merchants merchants;
    @Autowired Rechecks rechecks;
    @Autowired JdbcClient jdbc;

    private final String name = "규칙가게 " + UUID.randomUUID();
    private final int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;
    private MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        var business = Business.of(name, "bakery", "hosu", "한들시 호수로 1");
        var application = new AccountId(UUID.randomUUID());
        shop = merchants.approve(Actor.SYSTEM, null, business, application, application).merchant();
    }

    @Test
    void notesTurnoverOnceAndKeepsItFromCitizens() {
        String page = "/office/merchants/" + shop + "/eligibility";
        assertThat(
                        TestForm.post(
                                mvc,
                                page,
                                "officer.merchants",
                                "year=" + last,
                                "won=9,876,543,210원"))
                .hasRedirectedUrl(page);
        assertThat(TestForm.post(mvc, page, "officer.merchants", "year=" + last, "won=9876543210"))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "eligibility.flash.same");
        assertThat(TestForm.post(mvc, page, "officer.merchants", "year=25", "won=-1"))
                .hasStatus(422)
                .bodyText()
                .contains("연도를 네 자리로", "연 매출을 숫자로");
        for (int year : new int[] {last - 5, last + 1}) {
            assertThat(TestForm.post(mvc, page, "officer.merchants", "year=" + year, "won=1"))
                    .hasStatus(422)
                    .bodyText()
                    .contains((last - 4) + "년부터 " + last + "년 사이");
        }
        assertThat(mvc.get().uri(page).with(TestSignIn.as("auditor")))
                .hasStatusOk()
                .bodyText()
                .contains("9,876,543,210원", "받을 수 없습니다");
        assertThat(mvc.get().uri("/merchants/" + shop))
                .bodyText()
                .contains("한 해에 3,000,000,000원보다 많이 파는 가게라")
                .doesNotContain("9,876,543,210");
        assertThat(TestForm.post(mvc, page, "auditor", "year=2025", "won=1")).hasStatus(403);
    }

    @Test
    void takesBackOnceWhatWasNotedByMistake() {
        String page = "/office/merchants/" + shop + "/eligibility";
        String withdrawal = page + "/turnovers/" + last + "/withdrawal";
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last, 4_000_000_000L));
        assertThat(accepting()).doesNotContain(shop);
        String seen = "version=" + declarations.of(shop).getFirst().version();
        assertThat(TestForm.post(mvc, withdrawal, "auditor", seen)).hasStatus(403);
        assertThat(TestForm.post(mvc, withdrawal, "officer.merchants", seen))
                .hasStatus(422)
                .bodyText()
                .contains("잘못 적은 까닭을 골라", "details open");
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(
                            TestForm.post(
                                    mvc,
                                    withdrawal,
                                    "officer.merchants",
                                    operation,
                                    seen,
                                    "reason=wrong_shop"))
                    .hasRedirectedUrl(page)
                    .flash()
                    .extractingByKey("flash")
                    .hasFieldOrPropertyWithValue("key", "eligibility.flash.mistake");
        }
        assertThat(declarations.of(shop)).isEmpty();
        assertThat(standing().declared()).isNull();
        assertThat(standing().answers()).extracting(Answer::reason).startsWith("yes");
        assertThat(accepting()).contains(shop);
        assertThat(rechecks.due("", "").map(due -> merchants.all(due).toList()).orElseThrow())
                .extracting(MerchantSummary::id)
                .contains(shop);
        for (String reason : new String[] {"reason=unproven", "reason="}) {
            assertThat(TestForm.post(mvc, withdrawal, "officer2.merchants", seen, reason))
                    .hasStatus(409);
        }
        assertThat(mvc.get().uri(page).with(TestSignIn.as("auditor")))
                .bodyText()
                .contains("아직 신고한 연 매출이 없습니다")
                .doesNotContain("4,000,000,000");
        Sealed.everything(jdbc);
        assertThat(mvc.get().uri("/ledger/history?subject=" + shop).with(TestSignIn.as("auditor")))
                .bodyText()
                .containsOnlyOnce("잘못 적은 연 매출을 되돌렸어요");
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last, 4_000_000_000L));
        assertThat(accepting()).doesNotContain(shop);
    }

    @Test
    void takesBackOnlyWhatWasShown() {
        String withdrawal = "/office/merchants/%s/eligibility/turnovers/%d/withdrawal";
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last, 5));
        String seen = "version=" + declarations.of(shop).getFirst().version();
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last, 6));
        for (int year : new int[] {last, last - 1}) {
            assertThat(
                            TestForm.post(
                                    mvc,
                                    withdrawal.formatted(shop, year),
                                    "officer.merchants",
                                    seen,
                                    "reason=wrong_amount"))
                    .hasStatus(409);
        }
        assertThat(standing().declared()).isEqualTo(new Turnover(last, 6));
    }

    @Test
    void letsAShopJoinNetworks() {
        String code = "n" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(
                        TestForm.post(
                                mvc,
                                PATH + "/networks",
                                "officer.merchants",
                                "code=" + code,
                                "name=한들시장",
                                "nameEn=Market"))
                .hasStatus(302);
        assertThat(
                        TestForm.post(
                                mvc,
                                PATH + "/networks",
                                "officer.merchants",
                                "code=" + code,
                                "name=한들시장",
                                "nameEn=Market"))
                .hasStatus(422)
                .bodyText()
                .contains("이미 쓰는 부호입니다");
        String page = "/office/merchants/" + shop + "/eligibility/networks";
        TestForm.post(mvc, page, "officer.merchants", "networks=" + code);
        assertThat(eligibility.networksOf(shop)).containsExactly(code);
        // A page that was opened before does not undo what somebody else did meanwhile.
        TestForm.post(mvc, page, "officer2.merchants");
        assertThat(eligibility.networksOf(shop)).containsExactly(code);
        TestForm.post(mvc, page, "officer.merchants", "seen=" + code);
        assertThat(eligibility.networksOf(shop)).isEmpty();
    }

    @Test
    void tellsTheOwnerWhatCountsAndWhatIsDue() {
        assertThat(standing().declared()).isNull();
        assertThat(standing().upToDate()).isFalse();
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last - 1, 5));
        assertThat(standing().declared()).isEqualTo(new Turnover(last - 1, 5));
        assertThat(standing().upToDate()).isFalse();
        declarations.declare(Actor.SYSTEM, shop, new Turnover(last, 4_000_000_000L));
        assertThat(standing().due()).isEqualTo(last);
        assertThat(standing().upToDate()).isTrue();
        assertThat(standing().answers()).extracting(Answer::reason).startsWith("turnover", "yes");
    }

    private List<MerchantId> accepting() {
        var named =
                new MerchantFilter(name, "", "", Set.of(MerchantStatus.APPROVED))
                        .and(eligibility.accepting(MoneyKind.GENERAL));
        return merchants.all(named).map(MerchantSummary::id).toList();
    }

    private Standing standing() {
        return eligibility.standing(merchants.summary(shop));
    }
}
