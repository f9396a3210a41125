package city.dure.eligibilitypages;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.eligibility.Answer;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Standing;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is noted of one shop, and who is told. */
@PortalTest
class ShopRulesPagesTests {
    private static final String PATH = "/office/eligibility";

    @Autowired MockMvcTester mvc;
    @Autowired Eligibility eligibility;
    @Autowired Declarations declarations;
    @Autowired Merchants merchants;

    private MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        var business = Business.of("규칙가게 " + UUID.randomUUID(), "bakery", "hosu", "한들시 호수로 1");
        var application = new AccountId(UUID.randomUUID());
        shop = merchants.approve(Actor.SYSTEM, null, business, application, application).merchant();
    }

    @Test
    void notesTurnoverOnceAndKeepsItFromCitizens() {
        String page = "/office/merchants/" + shop + "/eligibility";
        assertThat(TestForm.post(mvc, page, "officer.merchants", "year=2025", "won=9,876,543,210원"))
                .hasRedirectedUrl(page);
        assertThat(TestForm.post(mvc, page, "officer.merchants", "year=2025", "won=9876543210"))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "eligibility.flash.same");
        assertThat(TestForm.post(mvc, page, "officer.merchants", "year=25", "won=-1"))
                .hasStatus(422)
                .bodyText()
                .contains("연도를 네 자리로", "연 매출을 숫자로");
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
        int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;
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

    private Standing standing() {
        return eligibility.standing(merchants.summary(shop));
    }
}
