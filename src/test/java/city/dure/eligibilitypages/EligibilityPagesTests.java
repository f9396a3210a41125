package city.dure.eligibilitypages;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.approvals.TestApproval;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Network;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rules are announced for a far future and taken back, as others share this city. */
@PortalTest
class EligibilityPagesTests {
    private static final String PATH = "/office/eligibility";
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Autowired MockMvcTester mvc;
    @Autowired Eligibility eligibility;
    @Autowired Proposals proposals;
    @Autowired Declarations declarations;
    @Autowired Merchants merchants;

    private final String name = "규칙가게 " + UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate day = LocalDate.now(SEOUL).plusYears(50);
    private MerchantId shop;

    @BeforeEach
    void approvesAShop() {
        shop = approved(name);
    }

    private MerchantId approved(String called) {
        var business = Business.of(called, "bakery", "hosu", "한들시 호수로 1");
        var application = new AccountId(UUID.randomUUID());
        return merchants.approve(Actor.SYSTEM, null, business, application, application).merchant();
    }

    @Test
    void asksWithTheRulesOfTheMoment() {
        declare(2_000_000_000L);
        assertThat(ask(Instant.now())).isEqualTo("yes");
        int before = eligibility.newestVersion();
        assertThat(announce("kinds[0].ceiling=1,000,000,000")).hasRedirectedUrl(PATH);
        assertThat(eligibility.newestVersion()).isEqualTo(before);
        approve();
        Instant begins = day.atTime(23, 0).atZone(SEOUL).toInstant();
        assertThat(ask(begins.minusSeconds(1))).isEqualTo("yes");
        // The declaration is fifty years old by then, and the rules want one.
        assertThat(ask(begins)).isEqualTo("undeclared");
        assertThat(eligibility.rulesAt(begins).version()).isEqualTo(before + 1);
        withdraw(before + 1);
        assertThat(ask(begins)).isEqualTo("yes");
        assertThat(
                        TestForm.post(
                                mvc,
                                PATH + "/" + (before + 1) + "/withdrawal",
                                "officer.merchants"))
                .hasStatus(409);
    }

    /** Whoever replaces the districts is told which rules would be left without theirs. */
    @Test
    void knowsWhichRulesNameADistrict() {
        int version = eligibility.newestVersion() + 1;
        assertThat(announce("kinds[1].districts=hosu")).hasRedirectedUrl(PATH);
        approve();
        assertThat(eligibility.limitedTo(Set.of("hosu", "none"))).containsExactly(version);
        assertThat(eligibility.limitedTo(Set.of("none"))).isEmpty();
        withdraw(version);
        assertThat(eligibility.limitedTo(Set.of("hosu"))).isEmpty();
    }

    @Test
    void namesOnlyWhatThereIs() {
        int before = eligibility.newestVersion();
        assertThat(announce("kinds[0].districts=홍길동 010-1234-5678")).hasStatus(422);
        assertThat(announce("kinds[0].networks=none")).hasStatus(422);
        assertThat(announce("kinds[0].ceilings=bakery 100\nbakery 200"))
                .hasStatus(422)
                .bodyText()
                .contains("두 줄에 있습니다");
        assertThat(announce("kinds[3].kind=general")).hasStatus(422);
        assertThat(eligibility.newestVersion()).isEqualTo(before);
    }

    @Test
    void showsWhoWouldBeDroppedBeforeAnythingHappens() {
        declare(2_000_000_000L);
        int before = eligibility.newestVersion();
        assertThat(post("/check", "kinds[0].ceiling=1,000,000,000", "kinds[0].undeclared=true"))
                .hasStatusOk()
                .bodyText()
                .contains(name, "신고한 연 매출이 1,000,000,000원을 넘어 충전금을 받을 수 없습니다");
        assertThat(eligibility.newestVersion()).isEqualTo(before);
    }

    @Test
    void handsOutEveryShopThatWouldBeDropped() throws Exception {
        // More than the page shows, whatever other tests made.
        for (int i = 0; i < 101; i++) {
            declare(approved(name + " " + i), 2_000_000_000L);
        }
        String[] rules = {"kinds[0].ceiling=1,000,000,000", "kinds[0].undeclared=true"};
        assertThat(post("/check", rules)).bodyText().contains("건이 더 있습니다", "/check.csv");
        var file = post("/check.csv", rules);
        assertThat(file).hasStatusOk();
        String csv = file.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF가게 번호,가게,주소,돈,이유\r\n");
        assertThat(csv.lines().filter(line -> line.contains(name)))
                .hasSize(101)
                .allMatch(line -> line.contains(",한들시 호수로 1,충전금,\"신고한 연 매출이"));
        assertThat(post("/check.csv", "kinds[0].ceiling=삼십억"))
                .hasStatus(422)
                .bodyText()
                .contains("연 매출 한도를 숫자로");
    }

    @Test
    void callsDistrictsNetworksAndCategoriesByName() {
        String code = "n" + UUID.randomUUID().toString().substring(0, 8);
        eligibility.make(
                Actor.SYSTEM, new Network(code, "달빛시장 " + code.substring(1), "Moon " + code, 0));
        String[] rules = {
            "kinds[0].districts=hosu",
            "kinds[0].networks=" + code,
            "kinds[0].ceilings=bakery 5,000,000,000"
        };
        assertThat(post("/check", rules))
                .bodyText()
                .contains(">호수동<", ">달빛시장 " + code.substring(1) + "<", "제과 5,000,000,000원")
                .doesNotContain(">hosu<", ">" + code + "<");
    }

    @Test
    void announcesOnceAndOnWhatWasShown() {
        int before = eligibility.newestVersion();
        String operation = "operation=" + UUID.randomUUID();
        assertThat(announce(operation)).hasRedirectedUrl(PATH);
        approve();
        assertThat(announce(operation, "version=" + before)).hasRedirectedUrl(PATH);
        assertThat(eligibility.newestVersion()).isEqualTo(before + 1);
        assertThat(announce("version=" + before, "kinds[0].ceiling=123456"))
                .hasStatus(409)
                .bodyText()
                .contains("새 규칙을 예고했습니다", "value=\"123456\"", "지금 저장된 내용")
                .contains("name=\"version\" value=\"" + (before + 1));
        withdraw(before + 1);
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(post("/check", "kinds[0].ceiling=삼십억"))
                .hasStatus(422)
                .bodyText()
                .contains("연 매출 한도를 숫자로");
        assertThat(post("/check", "kinds[0].ceilings=nowhere 100"))
                .hasStatus(422)
                .bodyText()
                .contains("‘nowhere 100’ 줄을 읽을 수 없습니다");
        assertThat(post("/check", "day=2020-01-01")).hasStatus(422).bodyText().contains("이미 지났습니다");
        assertThat(post("/check", "minute=25:00"))
                .hasStatus(422)
                .bodyText()
                .contains("시작하는 날과 시각을");
        assertThat(post("/check", "noticed=" + day.plusDays(1)))
                .hasStatus(422)
                .bodyText()
                .contains("늦을 수 없습니다");
    }

    private String ask(Instant moment) {
        return eligibility.ask(shop, MoneyKind.GENERAL, moment).reason();
    }

    private void declare(long won) {
        declare(shop, won);
    }

    private void declare(MerchantId shop, long won) {
        var last = new Turnover(LocalDate.now(SEOUL).getYear() - 1, won);
        assertThat(declarations.declare(Actor.SYSTEM, shop, last)).isPresent();
        assertThat(declarations.declare(Actor.SYSTEM, shop, last)).isEmpty();
    }

    private MvcTestResult announce(String... fields) {
        return post("", fields);
    }

    /** As the second officer does, on the page of what was asked for last. */
    private void approve() {
        String page = proposals.undecided().getFirst().href();
        var second = TestSignIn.as("officer2.merchants");
        assertThat(TestApproval.approve(mvc, page, page + "/approval", second))
                .hasRedirectedUrl(PATH);
    }

    private void withdraw(int version) {
        assertThat(TestForm.post(mvc, PATH + "/" + version + "/withdrawal", "officer.merchants"))
                .hasRedirectedUrl(PATH);
    }

    private MvcTestResult post(String path, String... fields) {
        var all =
                new ArrayList<>(
                        List.of(
                                "version=" + eligibility.newestVersion(),
                                "noticed=2026-01-01",
                                "day=" + day,
                                "minute=23:00",
                                "kinds[0].kind=general",
                                "kinds[1].kind=policy",
                                "kinds[2].kind=points",
                                "kinds[3].kind=volunteer",
                                "kinds[0].ceiling=3000000000"));
        all.addAll(List.of(fields));
        return TestForm.post(mvc, PATH + path, "officer.merchants", all.toArray(String[]::new));
    }
}
