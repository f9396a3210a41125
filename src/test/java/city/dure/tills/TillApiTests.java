package city.dure.tills;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.cards.TestCards;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.money.TestMoney;
import city.dure.mydata.TestLeaving;
import city.dure.ownshop.TestShops;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import com.jayway.jsonpath.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A till that takes payments by card and gives them back, over the API. */
@PortalTest
class TillApiTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;
    @Autowired TestCards cards;
    @Autowired TestShops shops;
    @Autowired TestTill till;
    @Autowired TestLeaving leaving;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private Citizen citizen;
    private CardCode card;
    private MerchantId shop;
    private String token;

    @BeforeEach
    void openTheShop() throws Exception {
        citizen = people.joined(TestCitizens.someone());
        money.fill(citizen.id(), 50_000);
        card = cards.active(citizen.id());
        shop = shops.open();
        till.standsIn(shop);
        token = TestTill.token(mvc, "demo-pos");
    }

    @Test
    void takesAPaymentOnceByItsKey() throws Exception {
        String key = key();
        var first = pay(key, 12_000);
        assertThat(first).hasStatus(201).hasContentType("application/json");
        assertThat(text(first)).contains("\"amount\":12000", shop.ref());
        for (int i = 0; i < 3; i++) {
            assertThat(text(pay(key, 12_000))).isEqualTo(text(first));
        }
        assertThat(pay(key, 12_001)).hasStatus(422);
        assertThat(text(pay(key, 12_001))).contains("key-other");
        assertThat(left()).isEqualTo(38_000);
        var entry = entries.about(citizen.id().ref(), true, null, 10);
        assertThat(kinds()).contains("payment.made");
        assertThat(entry.toString()).doesNotContain(card.digits());
    }

    @Test
    void takesOnePaymentOfSixteenAtOnce() throws Exception {
        String key = key();
        List<Future<MvcTestResult>> answers;
        try (var threads = Executors.newFixedThreadPool(16)) {
            answers =
                    threads.invokeAll(
                            Collections.<Callable<MvcTestResult>>nCopies(
                                    16, () -> pay(key, 1_000)));
        }
        for (var answer : answers) {
            assertThat(answer.get().getResponse().getStatus()).isIn(201, 409);
        }
        assertThat(pay(key, 1_000)).hasStatus(201);
        assertThat(left()).isEqualTo(49_000);
    }

    /** What a till was told stays true for its key, whatever became possible meanwhile. */
    @Test
    void staysDeclinedForTheSameKey() throws Exception {
        String key = key();
        var declined = pay(key, 60_000);
        assertThat(declined).hasStatus(402).hasContentType("application/problem+json");
        assertThat(text(declined)).contains("\"code\":\"not_enough\"", "\"most\":50000", "50,000원");
        money.fill(citizen.id(), 50_000);
        assertThat(text(pay(key, 60_000))).isEqualTo(text(declined));
        assertThat(pay(key(), 60_000)).hasStatus(201);
        assertThat(kinds()).contains("payment.refused", "payment.made");
    }

    @Test
    void staysPaidForTheSameKey() throws Exception {
        String key = key();
        var paid = pay(key, 12_000);
        cards.block(citizen.id());
        decisions.close(Actor.SYSTEM, shop, "business_ended", merchants.summary(shop).version());
        assertThat(text(pay(key, 12_000))).isEqualTo(text(paid));
        assertThat(left()).isEqualTo(38_000);
    }

    @Test
    void declinesACardThatDoesNotPay() throws Exception {
        cards.block(citizen.id());
        assertThat(text(pay(key(), 1_000))).contains("card_blocked", "쓸 수 없는 카드");
        assertThat(kinds()).contains("payment.refused");
        assertThat(balance(card)).hasStatus(402);
        assertThat(text(pay(key(), CardCode.random(), 1_000))).contains("card_unknown");
        assertThat(left()).isEqualTo(50_000);
    }

    @Test
    void declinesWhoLeft() throws Exception {
        leaving.forget(TestCitizens.actor(citizen));
        assertThat(text(pay(key(), 1_000))).contains("card_blocked");
    }

    @Test
    void declinesAtAShopThatAcceptsNothingNow() throws Exception {
        decisions.suspend(Actor.SYSTEM, shop, "papers", merchants.summary(shop).version());
        assertThat(text(pay(key(), 1_000))).contains("\"code\":\"not_accepting\"");
        assertThat(left()).isEqualTo(50_000);
    }

    @Test
    void givesBackWhatItsShopTook() throws Exception {
        String payment = JsonPath.read(text(pay(key(), 12_000)), "$.payment");
        String key = key();
        assertThat(back(key, payment, 5_000)).hasStatus(201);
        assertThat(back(key, payment, 5_000)).hasStatus(201);
        assertThat(left()).isEqualTo(43_000);
        assertThat(text(back(key(), payment, 8_000))).contains("over_paid", "7,000원");
        assertThat(back(key(), payment, 7_000)).hasStatus(201);
        String none = key();
        for (int i = 0; i < 2; i++) {
            assertThat(text(back(none, payment, 1))).contains("over_paid", "이미 모두 돌려준");
        }
        assertThat(left()).isEqualTo(50_000);
        till.standsIn(shops.open());
        assertThat(back(key(), payment, 1)).as("another shop's").hasStatus(404);
        assertThat(back(key(), "t-nothing", 1)).hasStatus(404);
    }

    /** What was paid stays so for a till that heard nothing and stands elsewhere when it asks. */
    @Test
    void staysPaidWhereverTheTillStands() throws Exception {
        String key = key();
        var paid = pay(key, 12_000);
        till.standsIn(shops.open());
        assertThat(text(pay(key, 12_000))).isEqualTo(text(paid));
        assertThat(left()).isEqualTo(38_000);
    }

    @Test
    void saysWhatACardHas() throws Exception {
        assertThat(text(balance(card))).contains("\"usable\":50000");
        assertThat(text(balance(CardCode.random()))).contains("card_unknown");
    }

    private MvcTestResult pay(String key, long amount) {
        return pay(key, card, amount);
    }

    private MvcTestResult pay(String key, CardCode code, long amount) {
        return send("payments", key, body(code, amount));
    }

    private static String body(CardCode code, long amount) {
        return "{\"card\":\"%s\",\"amount\":%d}".formatted(code.plain(), amount);
    }

    private MvcTestResult back(String key, String payment, long amount) {
        return send(
                "refunds", key, "{\"payment\":\"%s\",\"amount\":%d}".formatted(payment, amount));
    }

    private MvcTestResult balance(CardCode code) {
        return send("card-balances", key(), "{\"card\":\"%s\"}".formatted(code.digits()));
    }

    private MvcTestResult send(String path, String key, String body) {
        return TestTill.send(mvc, token, path, key, body);
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, citizen.id());
    }

    private long left() {
        return money.spendable(citizen.id());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }
}
