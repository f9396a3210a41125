package city.dure.tills;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.cards.TestCards;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.merchants.MerchantId;
import city.dure.money.Outcome;
import city.dure.money.TestMoney;
import city.dure.money.TestScreening;
import city.dure.ownshop.TestShops;
import city.dure.personal.CardCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the API of tills refuses before any money is looked at. */
@PortalTest
class TillRefusalTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;
    @Autowired TestCards cards;
    @Autowired TestShops shops;
    @Autowired TestTill till;
    @Autowired Problems problems;
    @Autowired JdbcClient jdbc;
    @Autowired TestScreening screening;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|card_form",
                "{\"card\":\"C\"}|amount",
                "{\"card\":\"4111111111111111\",\"amount\":1}|card_form",
                "{\"card\":\"C\",\"amount\":0}|amount",
                "{\"card\":\"C\",\"amount\":-1}|amount",
                "{\"card\":\"C\",\"amount\":1.5}|body",
                "{\"card\":\"C\",\"amount\":1e3}|body",
                "{\"card\":\"C\",\"amount\":\"1,000\"}|body",
                "{\"card\":\"C\",\"amount\":\"1000\"}|body",
                "{\"card\":\"C\",\"amount\":\"1만\"}|body",
                "{\"card\":\"C\",\"amount\":99999999999999999999}|body",
                "{\"card\":\"C\",\"amount\":9999999999999}|amount",
                "[]|body",
                "'{'|body"
            })
    void saysWhatIsWrong(String body, String code) throws Exception {
        var answer = send("payments", key(), body.replace("C", card.digits()));
        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(text(answer)).contains("\"code\":\"" + code + "\"");
        assertThat(left()).isEqualTo(50_000);
    }

    @Test
    void asksWhoWatchesOverPayments() throws Exception {
        assertThat(send("payments", key(), body(card, 1_000))).hasStatus(201);
        var told = screening.told(citizen.id());
        assertThat(told.till()).isEqualTo("demo-pos");
        assertThat(told.card()).startsWith("k-");
        screening.stop(citizen.id());
        var answer = send("payments", key(), body(card, 1_000));
        assertThat(answer).hasStatus(402);
        assertThat(text(answer)).contains("\"code\":\"screened\"");
        assertThat(left()).isEqualTo(49_000);
    }

    /** Who guesses at numbers is stopped, by what they ask and with whatever key. */
    @Test
    void letsNoTillTryManyCards() throws Exception {
        jdbc.sql("delete from access_limit where bucket like 'unknown cards of %'").update();
        String declined = key();
        assertThat(send("payments", declined, body(card, 60_000))).hasStatus(402);
        for (int i = 0; i < CardPayments.UNKNOWN; i++) {
            String unknown = body(CardCode.random(), 1);
            var answer =
                    i % 2 == 0
                            ? send("payments", key(), unknown)
                            : send("card-balances", key(), unknown.replace(",\"amount\":1", ""));
            assertThat(answer).hasStatus(402);
        }
        String unknown = body(CardCode.random(), 1);
        for (var answer :
                List.of(
                        send("payments", key(), unknown),
                        send("card-balances", key(), unknown.replace(",\"amount\":1", "")))) {
            assertThat(answer).hasStatus(429).headers().hasValue("Retry-After", "900");
            assertThat(text(answer)).contains("card_often");
        }
        assertThat(text(send("payments", declined, unknown))).contains("key-other");
        assertThat(send("payments", key(), body(card, 1_000))).hasStatus(201);
        jdbc.sql("delete from access_limit where bucket like 'unknown cards of %'").update();
    }

    /** Whatever stops a payment or a refund has its sentence. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_ENOUGH",
                "NOT_HERE",
                "NOT_ACCEPTING",
                "OVER_PAYMENT",
                "OVER_DAY",
                "OVER_MONTH",
                "OVER_PAID",
                "SCREENED",
                "CARD_BLOCKED"
            })
    void saysWhy(Outcome.Reason reason) {
        var none = problems.of(HttpStatus.PAYMENT_REQUIRED, new Outcome.Refused(reason, 0));
        assertThat(none.getDetail()).matches(".*[가-힣].*").doesNotContain("{");
        if (reason.code().startsWith("over") || reason.code().startsWith("not_e")) {
            var some = problems.of(HttpStatus.PAYMENT_REQUIRED, new Outcome.Refused(reason, 7));
            assertThat(some.getDetail()).contains("7원");
        }
    }

    @Test
    void asksForAKey() throws Exception {
        for (String key : List.of("", " ", "x".repeat(65), "한글")) {
            assertThat(send("payments", key, body(card, 1)).getResponse().getStatus())
                    .isEqualTo(400);
        }
        var without =
                mvc.post()
                        .uri("/api/v1/payments")
                        .header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .content(body(card, 1))
                        .exchange();
        assertThat(without).hasStatus(400).bodyText().contains("key_missing");
    }

    @Test
    void listensToTillsOfTheShopAlone() throws Exception {
        String named = "{\"card\":\"%s\",\"amount\":1,\"shop\":\"%s\"}";
        assertThat(send("payments", key(), named.formatted(card.digits(), shop))).hasStatus(201);
        for (String other : List.of(MerchantId.random().ref(), shops.open().ref(), "m-x")) {
            assertThat(send("payments", key(), named.formatted(card.digits(), other)))
                    .hasStatus(403);
        }
        for (String machine : List.of("demo-transit", "demo-bank")) {
            String others = TestTill.token(mvc, machine);
            assertThat(TestTill.send(mvc, others, "payments", key(), body(card, 1)))
                    .as(machine)
                    .hasStatus(403);
        }
        assertThat(TestTill.send(mvc, "none", "payments", key(), body(card, 1))).hasStatus(401);
        assertThat(left()).isEqualTo(49_999);
    }

    @Test
    void isDescribed() {
        assertThat(mvc.get().uri("/v3/api-docs"))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/payments", "/api/v1/refunds", "Idempotency-Key", "clientCred")
                .doesNotContain("/merchants", "\"till\"");
    }

    private static String body(CardCode code, long amount) {
        return "{\"card\":\"%s\",\"amount\":%d}".formatted(code.plain(), amount);
    }

    private MvcTestResult send(String path, String key, String body) {
        return TestTill.send(mvc, token, path, key, body);
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
