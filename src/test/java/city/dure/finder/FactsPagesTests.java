package city.dure.finder;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.merchants.Business;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An officer corrects what citizens see of a business. */
@PortalTest
class FactsPagesTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired Merchants merchants;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> typed = new LinkedHashMap<>();
    private MerchantSummary shop;

    @BeforeEach
    void makesAShop() {
        var business =
                new Business(
                        "빵집 " + unique,
                        "bakery",
                        "제과점영업",
                        "hosu",
                        "한들시 호수로 12",
                        "호수동 1-2",
                        "10523",
                        "031-111-2222",
                        37.6,
                        126.8);
        var approval =
                merchants.approve(
                        OFFICER, null, business, () -> "a-T", () -> "u-" + UUID.randomUUID());
        shop = merchants.summary(approval.merchant());
        typed.put("operation", UUID.randomUUID().toString());
        typed.put("version", String.valueOf(shop.version()));
        typed.put("name", "새 이름 " + unique);
        typed.put("category", "cafe");
        typed.put("district", "hosu");
        typed.put("roadAddress", "한들시 호수로 12");
        typed.put("phone", "031-111-2222");
    }

    @Test
    void areShownToBeCorrected() {
        assertThat(mvc.get().uri(place("/facts")).with(as("officer.merchants")))
                .hasStatusOk()
                .bodyText()
                .contains("빵집 " + unique, "한들시 호수로 12", "031-111-2222")
                .doesNotContain("??", "th:");
        assertThat(mvc.get().uri(place("")).with(as("officer.merchants")))
                .bodyText()
                .contains(place("/facts"));
    }

    @Test
    void areCorrectedOnceWithOneEntryThatNamesTheFieldsOnly() {
        assertThat(send("officer.merchants")).hasRedirectedUrl(place(""));
        assertThat(send("officer.merchants")).as("pressed twice").hasRedirectedUrl(place(""));

        Business now = merchants.summary(shop.id()).business();
        assertThat(now.name()).isEqualTo("새 이름 " + unique);
        assertThat(now.category()).isEqualTo("cafe");
        assertThat(now.latitude()).as("the address stayed").isEqualTo(37.6);
        assertThat(changes())
                .singleElement()
                .asString()
                .contains("\"fields\":[\"name\",\"category\",\"category_text\"]")
                .doesNotContain(unique, "cafe");
    }

    @Test
    void dropWhatBelongedToTheOldAddress() {
        typed.put("roadAddress", "한들시 물빛로 1");
        assertThat(send("officer.merchants")).hasRedirectedUrl(place(""));

        Business now = merchants.summary(shop.id()).business();
        assertThat(now.roadAddress()).isEqualTo("한들시 물빛로 1");
        assertThat(now.lotAddress()).isNull();
        assertThat(now.postcode()).isNull();
        assertThat(now.latitude()).isNull();
    }

    @Test
    void keepTheLotAddressWhereTheRoadAddressIsTakenAway() {
        typed.put("roadAddress", "");
        assertThat(send("officer.merchants")).hasRedirectedUrl(place(""));

        Business now = merchants.summary(shop.id()).business();
        assertThat(now.roadAddress()).isNull();
        assertThat(now.lotAddress()).isEqualTo("호수동 1-2");
        assertThat(now.latitude()).isEqualTo(37.6);
    }

    @Test
    void keepWhatIsWrongAndSaySoAtTheField() {
        typed.put("name", " ");
        typed.put("category", "gambling-den");
        typed.put("district", "atlantis");
        typed.put("roadAddress", "가".repeat(201));
        typed.put("phone", "call me");
        assertThat(send("officer.merchants"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "상호를 적어 주십시오",
                        "업종을 골라 주십시오",
                        "목록에 있는 동네를",
                        "주소는 200자까지",
                        "전화번호는 숫자와",
                        "call me",
                        "가".repeat(201));
        assertThat(merchants.summary(shop.id())).isEqualTo(shop);
        assertThat(changes()).isEmpty();
    }

    @Test
    void recordNothingWhereNothingDiffers() {
        typed.put("name", shop.name());
        typed.put("category", "bakery");
        assertThat(send("officer.merchants")).hasRedirectedUrl(place(""));
        assertThat(changes()).isEmpty();
        assertThat(merchants.summary(shop.id()).version()).isEqualTo(shop.version());
    }

    @Test
    void tellTheSecondOfficialWhoWasFirst() {
        send("officer.merchants");
        typed.put("operation", UUID.randomUUID().toString());
        typed.put("name", "또 다른 이름");
        var refused = send("officer2.merchants");
        assertThat(refused).hasStatus(409);
        assertThat(refused)
                .bodyText()
                .containsPattern("서이안 담당자가 20\\d\\d\\. ")
                .contains("value=\"또 다른 이름\"", "아직 저장되지 않았습니다");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void areForOfficersOnly() {
        assertThat(send("auditor")).hasStatus(403);
        assertThat(send("citizen.kim")).hasStatus(403);
        assertThat(merchants.summary(shop.id())).isEqualTo(shop);
        assertThat(changes()).isEmpty();
    }

    private MvcTestResult send(String username) {
        var request = mvc.post().uri(place("/facts")).with(as(username)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    /** The public bytes of the shop's entries, sealed or not yet. */
    private List<String> changes() {
        return jdbc
                .sql("select leaf from ledger_entry where kind = 'merchant.changed/1'")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(leaf -> leaf.contains(shop.ref()))
                .toList();
    }

    private String place(String page) {
        return "/office/merchants/" + shop.ref() + page;
    }
}
