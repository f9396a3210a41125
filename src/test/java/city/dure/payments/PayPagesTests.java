package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.Statements;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.TestCitizens;
import city.dure.consents.ConsentKind;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** A citizen pays at a shop, once, and only what may be paid there. */
@PortalTest
class PayPagesTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    /** What the room of money asks and writes, and the ledger with it. */
    private static final Pattern MOVING = Pattern.compile(" (money|ledger)_");

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;
    private MerchantId shop;
    private Citizen citizen;

    @BeforeEach
    void enter() {
        shop = shops.open();
        citizen = payments.somebody(50_000);
    }

    @Test
    void paysOnceHoweverOftenItIsPressed() {
        assertThat(ask("12,000"))
                .hasStatusOk()
                .bodyText()
                .contains("결제할까요?", "12,000원", "충전금 (내가 낸 돈)");
        String operation = "operation=" + UUID.randomUUID();
        var first = pay(account(), operation, "amount=12000");
        assertThat(first).hasStatus(302);
        String receipt = Objects.requireNonNull(first.getResponse().getRedirectedUrl());
        for (int press = 0; press < 3; press++) {
            assertThat(pay(account(), operation, "amount=12000")).hasRedirectedUrl(receipt);
        }
        assertThat(money.spendable(citizen.id())).isEqualTo(38_000);
        assertThat(get(receipt, account())).hasStatusOk().bodyText().contains("12,000원");
        assertThat(Collections.frequency(kinds(), "payment.made")).isOne();
        assertThat(get("/me/payments", account())).bodyText().contains(receipt);
        var made = entries.about(citizen.id().ref(), true, null, 1).rows().getFirst();
        assertThat(get(receipt, account())).bodyText().contains("/ledger/entries/" + made.number());
        assertThat(get("/ledger/entries/" + made.number(), account()))
                .hasStatusOk()
                .bodyText()
                .contains("12,000원을 냈어요", "기록 증명서");
    }

    @Test
    void paysOnceInTwoTabsAtTheSameMoment() throws Exception {
        String operation = "operation=" + UUID.randomUUID();
        var both =
                AtOnce.both(
                        () -> sent(operation, "amount=20000"),
                        () -> sent(operation, "amount=20000"));
        assertThat(both.getFirst()).asString().contains("/me/payments/t-");
        assertThat(both.getLast()).isEqualTo(both.getFirst());
        assertThat(money.spendable(citizen.id())).isEqualTo(30_000);
    }

    @Test
    void refusesAnotherAmountWithAnOperationThatCounted() {
        String operation = "operation=" + UUID.randomUUID();
        assertThat(pay(account(), operation, "amount=1000")).hasStatus(302);
        assertThat(pay(account(), operation, "amount=2000")).hasStatus(409);
        Citizen other = payments.somebody(5_000);
        assertThat(pay(TestPayments.account(other), operation, "amount=1000")).hasStatus(409);
        assertThat(money.spendable(citizen.id())).isEqualTo(49_000);
        assertThat(money.spendable(other.id())).isEqualTo(5_000);
    }

    @Test
    void saysHowMuchWouldDoAndMovesNothing() {
        assertThat(ask("60,000"))
                .hasStatus(422)
                .bodyText()
                .contains("50,000원", "빠져나간 돈은 없어요", "amount=50000", "/me/wallet/top-up");
        assertThat(pay(account(), "amount=60000")).hasStatus(422).bodyText().contains("50,000원");
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
        assertThat(kinds()).contains("payment.refused").doesNotContain("payment.made");
        var poor = TestPayments.account(payments.somebody(0));
        assertThat(pay(poor, "amount=1")).hasStatus(422).bodyText().contains("쓸 수 있는 돈이 없어요");
    }

    @Test
    void tellsWhatIsWrongWithAnAmount() {
        for (String wrong : new String[] {"0", "-5", "1.5", "1만", "12000000000", "a<b", ""}) {
            assertThat(ask(wrong)).as(wrong).hasStatus(422).bodyText().contains("#amount");
            assertThat(pay(account(), "amount=" + wrong)).as(wrong).hasStatus(422);
        }
        assertThat(TestForm.post(mvc, path(), account())).hasStatus(422);
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
    }

    @Test
    void refusesAShopThatWasSuspendedMeanwhile() {
        String operation = "operation=" + UUID.randomUUID();
        assertThat(ask("12,000")).hasStatusOk();
        decisions.suspend(OFFICER, shop, "papers", merchants.summary(shop).version());
        assertThat(pay(account(), operation, "amount=12000"))
                .hasStatus(422)
                .bodyText()
                .contains("지금은 이 가게에서", "다른 가게 찾기");
        assertThat(get(path(), account())).hasStatusOk().bodyText().contains("빠져나간 돈은 없어요");
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
        assertThat(kinds()).contains("payment.refused").doesNotContain("payment.made");
        decisions.resume(OFFICER, shop, merchants.summary(shop).version());
        assertThat(pay(account(), operation, "amount=12000")).hasStatus(302);
        decisions.close(OFFICER, shop, "business_ended", merchants.summary(shop).version());
        assertThat(pay(account(), operation, "amount=12000")).hasStatus(302); // The first answer.
        assertThat(get(path(), account())).bodyText().contains("이제는");
        assertThat(money.spendable(citizen.id())).isEqualTo(38_000);
    }

    @Test
    void sendsWhoMayNotPayToWhatHelps() {
        var newcomer = AccountId.valueOf(people.newcomer().ref());
        assertThat(get(path(), newcomer)).hasStatusOk().bodyText().contains("/me/join");
        assertThat(pay(newcomer, "amount=1")).hasStatus(422).bodyText().contains("/me/join");
        people.disagree(TestCitizens.actor(citizen), ConsentKind.COLLECTION);
        assertThat(get(path(), account())).bodyText().contains("/me/consents");
        assertThat(pay(account(), "amount=1")).hasStatus(422).bodyText().contains("/me/consents");
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
    }

    @Test
    void knowsNobodyWhoLeft() {
        String receipt = "/me/payments/" + payments.pay(citizen, shop, 1_000);
        transaction.executeWithoutResult(status -> citizens.erase(TestCitizens.actor(citizen)));
        assertThat(pay(account(), "amount=1000")).hasStatus(422).bodyText().contains("/me/join");
        assertThat(get(receipt, account())).hasStatus(404);
        assertThat(get("/me/payments", account())).bodyText().contains("아직 결제한 가게가");
    }

    @Test
    void showsAReceiptToNobodyElse() {
        String receipt = "/me/payments/" + payments.pay(citizen, shop, 1_000);
        var other = TestPayments.account(payments.somebody(0));
        assertThat(get(receipt, other)).hasStatus(404);
        assertThat(get("/me/payments", other)).bodyText().doesNotContain(receipt);
        assertThat(get("/me/payments/" + TestMoney.someone("t").ref(), account())).hasStatus(404);
        assertThat(get("/me/payments?after=nothing", account())).bodyText().contains(receipt);
    }

    @Test
    void asksTheDatabaseLittle() {
        payments.pay(citizen, shop, 1_000);
        try (var statements = Statements.listen()) {
            payments.pay(citizen, shop, 1_000);
            var asked =
                    statements.heard().stream()
                            .filter(each -> !each.contains("SQL batch update")) // Said twice.
                            .toList();
            assertThat(asked).hasSizeLessThanOrEqualTo(16);
            assertThat(asked).filteredOn(each -> MOVING.matcher(each).find()).hasSizeBetween(8, 12);
        }
    }

    private MvcTestResult ask(String amount) {
        return mvc.get()
                .uri(path())
                .param("amount", amount)
                .with(TestSignIn.as(account()))
                .exchange();
    }

    private String sent(String... fields) {
        return String.valueOf(pay(account(), fields).getResponse().getRedirectedUrl());
    }

    private MvcTestResult pay(AccountId who, String... fields) {
        return TestForm.post(mvc, path(), who, fields);
    }

    private MvcTestResult get(String path, AccountId who) {
        return mvc.get().uri(path).with(TestSignIn.as(who)).exchange();
    }

    private String path() {
        return "/merchants/" + shop + "/pay";
    }

    private AccountId account() {
        return TestPayments.account(citizen);
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, citizen.id());
    }
}
