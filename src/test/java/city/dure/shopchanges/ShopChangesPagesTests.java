package city.dure.shopchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.identity.Accounts;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantChanged;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.ownshop.TestShops;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An owner asks for changes, and an officer decides. */
@PortalTest
class ShopChangesPagesTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired Changes changes;
    @Autowired Accounts accounts;
    @Autowired Merchants merchants;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;

    @BeforeEach
    void open() {
        shop = shops.open();
    }

    @Test
    void changesThePhoneAtOnceAndAsksForTheRestOnce() {
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(facts(TestShops.OWNER, operation, "phone=031-111-2222", "name=새 이름"))
                    .hasRedirectedUrl("/shop/" + shop + "/facts");
        }
        assertThat(seen().business().phone()).isEqualTo("031-111-2222");
        assertThat(seen().name()).isNotEqualTo("새 이름");
        assertThat(newest().state()).isEqualTo(ChangeState.WAITING);
        assertThat(newest().wanted()).isEqualTo(new Wanted("새 이름", null, null));
        assertThat(kinds()).containsOnlyOnce("shop_change.requested", "merchant.changed");
    }

    @Test
    void describesTheShopAsWantedOnceAnOfficerAgrees() {
        String before = seen().name();
        facts(TestShops.OWNER, "name=새 이름", "category=restaurant", "roadAddress=한들시 새길 9");
        int seen = seen().version();
        assertThat(office("/approval", "officer.merchants", "version=" + (seen - 1)))
                .hasStatus(409);
        assertThat(newest().state()).isEqualTo(ChangeState.WAITING);
        assertThat(office("/approval", "officer.merchants", "version=" + seen))
                .hasRedirectedUrl("/office/merchants/" + shop + "/place");
        assertThat(get("/office/changes/" + newest().id(), "auditor"))
                .bodyText()
                .contains("신청할 때", before, "새 이름");
        assertThat(seen().name()).isEqualTo("새 이름");
        assertThat(seen().business().category()).isEqualTo("restaurant");
        assertThat(seen().business().roadAddress()).isEqualTo("한들시 새길 9");
        assertThat(office("/approval", "officer2.merchants", "version=" + (seen + 1)))
                .hasStatus(409);
        assertThat(kinds()).containsOnlyOnce("shop_change.approved", "merchant.changed");
    }

    @Test
    void leavesTheShopAloneWhenAnOfficerRefuses() {
        facts(TestShops.OWNER, "name=새 이름");
        assertThat(office("/refusal", "officer.merchants"))
                .hasStatus(422)
                .bodyText()
                .contains("반려하는 까닭을 골라");
        assertThat(office("/refusal", "officer.merchants", "reason=unclear")).hasStatus(302);
        assertThat(seen().name()).isNotEqualTo("새 이름");
        assertThat(get("/shop/" + shop + "/facts", TestShops.OWNER))
                .bodyText()
                .contains("반려됐어요. 까닭: 내용을 확인할 수 없음");
        assertThat(office("/approval", "officer.merchants", "version=" + seen().version()))
                .hasStatus(409);
        assertThat(facts(TestShops.OWNER, "name=다른 이름")).hasStatus(302);
        assertThat(newest().state()).isEqualTo(ChangeState.WAITING);
    }

    @Test
    void tellsTheOwnerWhatWasDecided() {
        String before = seen().name();
        facts(TestShops.OWNER, "name=새 이름");
        office("/refusal", "officer.merchants", "reason=unclear");
        String name = "새 이름 " + UUID.randomUUID();
        facts(TestShops.OWNER, "name=" + name);
        office("/approval", "officer.merchants", "version=" + seen().version());
        assertThat(get("/me/notices", TestShops.OWNER))
                .bodyText()
                .containsSubsequence(
                        "‘" + name + "’의 정보가 신청하신 대로 바뀌었어요.",
                        "‘" + before + "’의 정보 변경 신청이 반려됐어요. 까닭: 내용을 확인할 수 없음");
        assertThat(get("/me/notices", TestShops.CLERK)).bodyText().doesNotContain(name, before);
    }

    /** The second window of the owner, or an officer who corrected a fact meanwhile. */
    @Test
    void givesBackWhatWasTypedOverOlderFacts() {
        facts(TestShops.OWNER, "phone=031-111-2222");
        assertThat(
                        facts(
                                TestShops.OWNER,
                                "phone=031-333-4444",
                                "version=" + (seen().version() - 1)))
                .hasStatus(409)
                .bodyText()
                .contains("그사이에 가게 정보가 바뀌었어요", "value=\"031-333-4444\"")
                .contains("<strong>031-111-2222</strong>");
    }

    @Test
    void waitsForOneAtATimeAndLosesNothingOfTheSecond() {
        facts(TestShops.OWNER, "name=새 이름");
        assertThat(facts(TestShops.OWNER, "name=또 다른 이름", "phone=031-9"))
                .hasStatus(409)
                .bodyText()
                .contains("신청이 이미 있어요", "value=\"또 다른 이름\"", "value=\"031-9\"");
        assertThat(seen().business().phone()).isNull();
        String withdrawal = "/shop/" + shop + "/changes/" + newest().id() + "/withdrawal";
        assertThat(TestForm.post(mvc, withdrawal, TestShops.CLERK)).hasStatus(403);
        assertThat(TestForm.post(mvc, withdrawal, TestShops.OWNER)).hasStatus(302);
        assertThat(newest().state()).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(office("/approval", "officer.merchants", "version=" + seen().version()))
                .hasStatus(409);
    }

    /** Officials are told to one another by name; whoever owns a shop is not. */
    @Test
    void tellsOfficialsNotWhoOwnsTheShop() {
        int before = seen().version();
        facts(TestShops.OWNER, "phone=031-1");
        facts(TestShops.OWNER, "name=새 이름");
        assertThatThrownBy(() -> changes.approve(OFFICER, newest(), before))
                .isInstanceOf(MerchantChanged.class)
                .hasMessage("merchants.changed.by-others");
        changes.withdraw(shops.person(TestShops.OWNER), newest());
        assertThatThrownBy(() -> changes.approve(OFFICER, newest(), before))
                .hasMessage("shopchanges.decided.by-owner");
        assertThat(accounts.officialName(shops.person(TestShops.OWNER).ref())).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndWritesNothing() {
        assertThat(facts(TestShops.OWNER, "name= ", "phone=전화 없음"))
                .hasStatus(422)
                .bodyText()
                .contains("상호를 적어 주세요", "전화번호는 숫자와", "value=\"전화 없음\"");
        assertThat(facts(TestShops.OWNER, "category=nowhere")).hasStatus(422);
        assertThat(facts(TestShops.OWNER))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "shopchanges.same");
        assertThat(changes.newest(shop)).isEmpty();
        assertThat(kinds()).doesNotContain("merchant.changed");
    }

    @Test
    void isReadByOthersAndDecidedByOfficers() {
        facts(TestShops.OWNER, "name=새 이름");
        String page = "/office/changes/" + newest().id();
        assertThat(get(page, "auditor")).hasStatusOk().bodyText().doesNotContain("승인하기");
        assertThat(get(page, "officer.merchants")).hasStatusOk().bodyText().contains("승인하기");
        assertThat(get("/office/changes.csv", "auditor")).hasStatusOk();
        assertThat(get("/office/changes", TestShops.OWNER)).hasStatus(403);
        assertThat(office("/approval", "auditor")).hasStatus(403);
    }

    private MvcTestResult facts(String user, String... fields) {
        var sent = new LinkedHashMap<String, String>();
        sent.put("version", Integer.toString(seen().version()));
        sent.put("name", seen().name());
        sent.put("category", "bakery");
        sent.put("roadAddress", "한들시 호수로 1");
        for (String field : fields) {
            sent.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return TestForm.post(
                mvc,
                "/shop/" + shop + "/facts",
                user,
                sent.entrySet().stream().map(Object::toString).toArray(String[]::new));
    }

    private MvcTestResult office(String act, String user, String... fields) {
        return TestForm.post(mvc, "/office/changes/" + newest().id() + act, user, fields);
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get().uri(path).with(TestSignIn.as(user)).exchange();
    }

    private Change newest() {
        return changes.newest(shop).orElseThrow();
    }

    private MerchantSummary seen() {
        return merchants.summary(shop);
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, shop);
    }
}
