package city.dure.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.money.TestMeasures;
import city.dure.money.TestMoney;
import city.dure.shared.Actor;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A citizen tops up at the demo's bank, and sees what is in the wallet. */
@PortalTest
class WalletPagesTests {
    private static final String ORDERS = "/me/wallet/top-ups";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired TestMoney money;
    @Autowired TestMeasures measures;
    @Autowired JdbcClient jdbc;
    private Citizen citizen;
    private AccountId account;

    @BeforeEach
    void come() {
        money.allow(2_000_000);
        citizen = people.joined(TestCitizens.someone());
        Actor actor = TestCitizens.actor(citizen);
        account = AccountId.valueOf(actor.ref());
    }

    /** In a city that takes something off the price instead of giving something on top. */
    @Test
    void paysLessWhereTheCityGivesADiscount() {
        String limits = "700000 500000 1500000 1000000 2000000 5000000 %s 1000 60";
        measures.limits(limits.formatted("DISCOUNT"));
        try {
            assertThat(get("/me/wallet/top-up?amount=100,000"))
                    .bodyText()
                    .contains("90,000원", "10,000원", ">100,000원<");
            String order = ask("amount=100,000", "paid=90000", "given=10000");
            String bank = order.replace(ORDERS, "/demo-bank");
            assertThat(get(bank)).bodyText().contains("90,000원");
            assertThat(pay(bank, true)).hasRedirectedUrl(order);
            assertThat(money.spendable(citizen.id())).isEqualTo(100_000);
        } finally {
            measures.limits(limits.formatted("BONUS"));
        }
    }

    @Test
    void topsUpAtTheBank() {
        assertThat(get("/me/wallet")).hasStatusOk().bodyText().contains("비어 있어요");
        assertThat(get("/me/wallet/top-up?amount=100,000"))
                .hasStatusOk()
                .bodyText()
                .contains("10,000원", "110,000원");
        String order = ask("amount=100,000", "paid=100000", "given=10000");
        assertThat(get(order)).bodyText().contains("은행의 답을 기다리고 있어요", "hx-get");
        String bank = order.replace(ORDERS, "/demo-bank");
        assertThat(get(bank)).bodyText().contains("시연용", "100,000원");
        assertThat(pay(bank, true)).hasRedirectedUrl(order);
        assertThat(pay(bank, true)).hasRedirectedUrl(order);
        assertThat(pay(bank, false)).hasRedirectedUrl(order);
        assertThat(get(order)).bodyText().contains("110,000원을 충전했어요");
        assertThat(money.spendable(citizen.id())).isEqualTo(110_000);
        assertThat(get("/me/wallet")).bodyText().contains("110,000원", "내가 낸 돈", "시가 더 준 돈");
        assertThat(get("/me/wallet/statement")).bodyText().contains("+110,000원", "충전");
        assertThat(get("/me/wallet/statement?after=x")).bodyText().contains("+110,000원");
        assertThat(get("/me/wallet/statement.csv")).bodyText().contains("110000");
        for (String month : new String[] {"+999999999-12", "-999999-01"}) {
            for (String place : new String[] {"/me/wallet/statement", "/me/wallet/statement.csv"}) {
                assertThat(mvc.get().uri(place).param("month", month).with(signedIn()))
                        .hasStatusOk();
            }
        }
    }

    @Test
    void takesTheSameFormOnce() {
        String operation = "operation=" + UUID.randomUUID();
        String first = ask(operation, "amount=50000", "paid=50000", "given=5000");
        assertThat(ask(operation, "amount=50000", "paid=50000", "given=5000")).isEqualTo(first);
        assertThat(orders()).isOne();
    }

    @Test
    void agreesToNothingThatWasChangedInTheForm() {
        var changed = post(ORDERS, "amount=50000", "paid=1", "given=5000", operation());
        assertThat(changed).hasStatus(409).bodyText().contains("달라졌어요");
        assertThat(post(ORDERS, "amount=50000", "paid=50000", "given=50000", operation()))
                .hasStatus(409);
        assertThat(post(ORDERS, "amount=50000", operation())).hasStatus(409);
        assertThat(orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1000", "1000.5", "10만", "1,00,0", "99999999999", "abc", "1500"})
    void saysWhatIsWrongWithAnAmount(String amount) {
        assertThat(mvc.get().uri("/me/wallet/top-up").param("amount", amount).with(signedIn()))
                .hasStatus(422)
                .bodyText()
                .contains("amount-error");
        assertThat(post(ORDERS, "amount=" + amount, "paid=1", "given=0", operation()))
                .hasStatus(422);
        assertThat(orders()).isZero();
    }

    @Test
    void saysHowMuchWouldDo() {
        assertThat(get("/me/wallet/top-up?amount=701000"))
                .hasStatus(422)
                .bodyText()
                .contains("700,000원까지");
    }

    @Test
    void cancelsAtTheBank() {
        String order = ask("amount=50000", "paid=50000", "given=5000");
        assertThat(pay(order.replace(ORDERS, "/demo-bank"), false)).hasRedirectedUrl(order);
        assertThat(get(order)).bodyText().contains("그만두었어요");
        assertThat(money.spendable(citizen.id())).isZero();
    }

    /** Agreed on twice, paid twice: the second time there is no room, and the money goes back. */
    @Test
    void loadsNothingOverTheLimitHoweverLateItIsPaid() {
        String one = ask("amount=400000", "paid=400000", "given=40000");
        String other = ask("amount=400000", "paid=400000", "given=40000");
        pay(one.replace(ORDERS, "/demo-bank"), true);
        pay(other.replace(ORDERS, "/demo-bank"), true);
        assertThat(get(other)).bodyText().contains("충전하지 못했어요", "그사이 다른 충전을");
        assertThat(money.spendable(citizen.id())).isEqualTo(440_000);
    }

    @Test
    void showsNobodyAnothersOrder() {
        String order = ask("amount=50000", "paid=50000", "given=5000");
        Citizen other = people.joined(TestCitizens.someone());
        account = AccountId.valueOf(TestCitizens.actor(other).ref());
        assertThat(get(order)).hasStatus(404);
        assertThat(get(order.replace(ORDERS, "/demo-bank"))).hasStatus(404);
        assertThat(pay(order.replace(ORDERS, "/demo-bank"), true)).hasStatus(404);
    }

    @Test
    void leadsWhoHasNotJoinedToJoin() {
        account = AccountId.valueOf(people.newcomer().ref());
        assertThat(get("/me/wallet")).hasRedirectedUrl("/me/join");
        assertThat(get("/me/wallet/top-up")).hasRedirectedUrl("/me/join");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/wallet", "/me/wallet/statement"})
    void asksNoMoreWithALongerHistory(String page) {
        money.load(citizen.id(), 10_000);
        var shop = TestMoney.someone("m");
        money.pay(TestMoney.fresh(), citizen.id(), shop, 100);
        statements(page);
        int few = statements(page);
        for (int i = 0; i < 12; i++) {
            money.pay(TestMoney.fresh(), citizen.id(), shop, 100);
        }
        assertThat(statements(page)).isEqualTo(few).isLessThanOrEqualTo(18);
    }

    private int statements(String page) {
        try (var statements = Statements.listen()) {
            assertThat(get(page)).hasStatusOk();
            return statements.heard().size();
        }
    }

    private String ask(String... fields) {
        boolean given = fields[0].startsWith("operation");
        String[] all = Arrays.copyOf(fields, fields.length + (given ? 0 : 1));
        if (!given) {
            all[fields.length] = operation();
        }
        return String.valueOf(post(ORDERS, all).getResponse().getRedirectedUrl());
    }

    private MvcTestResult pay(String bank, boolean paid) {
        return post(bank, "paid=" + paid, operation());
    }

    private static String operation() {
        return "operation=" + UUID.randomUUID();
    }

    private long orders() {
        return jdbc.sql("select count(*) from top_up_order where citizen_id = ?")
                .param(citizen.id().value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(signedIn()).exchange();
    }

    private RequestPostProcessor signedIn() {
        return TestSignIn.as(account);
    }

    private MvcTestResult post(String path, String... fields) {
        return TestForm.post(mvc, path, account, fields);
    }
}
