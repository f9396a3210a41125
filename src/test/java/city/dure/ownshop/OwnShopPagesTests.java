package city.dure.ownshop;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.storefronts.Storefronts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the owner says of a shop, and what others see of it. */
@PortalTest
class OwnShopPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired Storefronts storefronts;
    @Autowired LedgerEntries entries;
    @Autowired Merchants merchants;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;

    @BeforeEach
    void open() {
        shop = shops.open();
    }

    @Test
    void showsItsHoursToEverybodyAtOnceAndOnce() {
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(hours(TestShops.OWNER, operation, "version=0", "days[0].open=true"))
                    .hasRedirectedUrl("/shop/" + shop);
        }
        assertThat(mvc.get().uri("/merchants/" + shop))
                .bodyText()
                .contains("09:00–18:00", "날마다 쉬는 시간 15:00–16:00", "공휴일에는 쉬어요");
        assertThat(hours(TestShops.OWNER, operation, "version=0", "days[0].open=true"))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "web.once.done");
        assertThat(kinds("storefront.hours_set")).isEqualTo(1);
        assertThat(hours(TestShops.OWNER, "version=1", "days[0].open=true"))
                .flash()
                .extractingByKey("flash")
                .hasFieldOrPropertyWithValue("key", "ownshop.same");
        assertThat(kinds("storefront.hours_set")).isEqualTo(1);
    }

    @Test
    void losesNothingThatWasTypedOverOlderHours() {
        hours(TestShops.OWNER, "version=0", "days[0].open=true");
        assertThat(hours(TestShops.OWNER, "version=0", "days[1].open=true", "restFrom=14:00"))
                .hasStatus(409)
                .bodyText()
                .contains("먼저 고쳤어요", "아직 저장되지 않았어요", "value=\"14:00\"", "15:00–16:00")
                .contains("name=\"version\" value=\"1\"");
        assertThat(hours(TestShops.OWNER, "version=1", "days[1].open=true")).hasStatus(302);
        assertThat(kinds("storefront.hours_set")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithHoursAndKeepsWhatWasTyped() {
        assertThat(hours(TestShops.OWNER, "version=0"))
                .hasStatus(422)
                .bodyText()
                .contains("문을 여는 요일을 하나 이상", "value=\"15:00\"");
        assertThat(hours(TestShops.OWNER, "version=0", "days[0].open=true", "days[0].until=25:00"))
                .hasStatus(422)
                .bodyText()
                .contains("닫는 시간을 18:00처럼");
        assertThat(hours(TestShops.OWNER, "version=0", "days[0].open=true", "restUntil=14:00"))
                .hasStatus(422)
                .bodyText()
                .contains("쉬는 시간은 시작과 끝을");
        assertThat(hours(TestShops.OWNER, "version=0", "days[0].open=true", "days[6].from=11:00"))
                .hasStatus(422)
                .bodyText()
                .contains("문을 여는 날로 표시하지 않았어요");
        assertThat(hours(TestShops.OWNER, "days[0].open=true", "restFrom=00:01", "restUntil=23:59"))
                .hasStatus(422)
                .bodyText()
                .contains("영업시간을 모두 덮는 요일");
        assertThat(hours(TestShops.OWNER, "version=0", "days[99999].open=true")).hasStatus(400);
        for (String odd : new String[] {"days[0].open=maybe", "days[-1].open=true", "days[0]=x"}) {
            assertThat(hours(TestShops.OWNER, odd)).as(odd).hasStatus(400);
        }
        assertThat(storefronts.of(shop).hours()).isNull();
    }

    @Test
    void isNotChangedOnceItIsClosed() {
        String reason = "reason=business_ended";
        String version = "version=" + merchants.summary(shop).version();
        String closure = "/office/merchants/" + shop + "/closure";
        assertThat(TestForm.post(mvc, closure, "officer.merchants", reason, version))
                .hasStatus(302);
        assertThat(hours(TestShops.OWNER, "version=0", "days[0].open=true")).hasStatus(409);
        assertThat(get("/shop/" + shop + "/photos", TestShops.OWNER)).hasStatus(409);
        assertThat(storefronts.of(shop).hours()).isNull();
    }

    @Test
    void isChangedByItsOwnerAlone() {
        assertThat(hours(TestShops.CLERK, "version=0", "days[0].open=true")).hasStatus(403);
        assertThat(hours("citizen.kim", "version=0", "days[0].open=true")).hasStatus(404);
        assertThat(get("/shop/" + shop, TestShops.CLERK))
                .hasStatusOk()
                .bodyText()
                .contains("주인만 고칠 수 있어요")
                .doesNotContain("/hours\"");
        assertThat(get("/shop/" + shop, "citizen.kim")).hasStatus(404);
    }

    @Test
    void showsTheDeclaredTurnoverToItsOwnerAlone() {
        String declare = "/office/merchants/" + shop + "/eligibility";
        TestForm.post(mvc, declare, "officer.merchants", "year=2025", "won=123456789");
        assertThat(get("/shop/" + shop, TestShops.OWNER)).bodyText().contains("123,456,789");
        assertThat(get("/shop/" + shop, TestShops.CLERK)).bodyText().doesNotContain("123,456,789");
        assertThat(mvc.get().uri("/merchants/" + shop)).bodyText().doesNotContain("123,456,789");
    }

    @Test
    void printsAPosterForWhoWorksThere() {
        assertThat(get("/shop/" + shop + "/poster", TestShops.CLERK))
                .hasStatusOk()
                .bodyText()
                .contains("http://localhost", "/pay</p>", "한들페이")
                .containsPattern("<strong>\\d{4} \\d{4}</strong>");
        assertThat(get("/shop/" + shop + "/poster", "citizen.kim")).hasStatus(404);
    }

    private MvcTestResult hours(String user, String... fields) {
        var sent = new LinkedHashMap<String, String>();
        for (int day = 0; day < 7; day++) {
            boolean ticked = List.of(fields).contains("days[" + day + "].open=true");
            sent.put("days[" + day + "].from", ticked ? "09:00" : "");
            sent.put("days[" + day + "].until", ticked ? "18:00" : "");
        }
        sent.put("version", "0");
        sent.put("restFrom", "15:00");
        sent.put("restUntil", "16:00");
        sent.put("holidays", "true");
        for (String field : fields) {
            sent.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return TestForm.post(
                mvc,
                "/shop/" + shop + "/hours",
                user,
                sent.entrySet().stream().map(Object::toString).toArray(String[]::new));
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get().uri(path).with(TestSignIn.as(user)).exchange();
    }

    private long kinds(String kind) {
        return Collections.frequency(Sealed.kinds(jdbc, entries, shop), kind);
    }
}
