package city.dure.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.consents.ConsentKind;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.money.TestMoney;
import city.dure.shared.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/** Top-ups that wait for the bank, come late, or not as agreed. */
@PortalTest
class OrderPagesTests {
    private static final String ORDERS = "/me/wallet/top-ups";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;
    @Autowired JdbcClient jdbc;
    @Autowired Ledger ledger;
    @Autowired LedgerEntries entries;
    @Autowired TransactionOperations transaction;
    private Citizen citizen;
    private AccountId account;

    @BeforeEach
    void come() {
        money.allow(2_000_000);
        citizen = people.joined(TestCitizens.someone());
        account = AccountId.valueOf(TestCitizens.actor(citizen).ref());
    }

    /** Another tab used the month's limit up: the page says so, and offers nothing to agree to. */
    @Test
    void offersNothingThatCannotBe() {
        money.load(citizen.id(), 690_000);
        assertThat(post(ORDERS, "amount=50000", "paid=50000", "given=5000", operation()))
                .hasStatus(409)
                .bodyText()
                .contains("10,000원까지")
                .doesNotContain("은행으로 가기");
    }

    @Test
    void remindsOfWhatWaitsForTheBank() {
        String order = ask("amount=50000", "paid=50000", "given=5000");
        assertThat(get("/me/wallet")).bodyText().contains(order, "은행의 답을 기다리고");
        assertThat(mvc.get().uri(order).header("HX-Request", "true").with(signedIn()))
                .hasStatus(204);
        makeOld(order);
        assertThat(get("/me/wallet")).bodyText().doesNotContain(order);
        assertThat(get(order)).bodyText().contains("이체할 수 있는 시간이 지났어요").doesNotContain("hx-get");
        pay(order.replace(ORDERS, "/demo-bank"), true);
        assertThat(get(order)).bodyText().contains("충전하지 못했어요", "네 시간이 지나서");
        assertThat(money.spendable(citizen.id())).isZero();
        assertThat(kinds()).contains("top_up.refused").doesNotContain("top_up.cancelled");
    }

    /** Whoever took a consent back that paying needs is asked for it before, not after. */
    @Test
    void sellsNothingToWhoMayNotPay() {
        people.disagree(TestCitizens.actor(citizen), ConsentKind.COLLECTION);
        assertThat(get("/me/wallet/top-up")).hasRedirectedUrl("/me/consents");
        assertThat(post(ORDERS, "amount=50000", "paid=50000", "given=5000", operation()))
                .hasRedirectedUrl("/me/consents");
    }

    /** Who cancels, goes back and pays after all gets the money back from the bank. */
    @Test
    void givesBackWhatWasPaidAfterCancelling() {
        String order = ask("amount=50000", "paid=50000", "given=5000");
        pay(order.replace(ORDERS, "/demo-bank"), false);
        pay(order.replace(ORDERS, "/demo-bank"), true);
        assertThat(get(order)).bodyText().contains("충전하지 못했어요", "그만둔 뒤에");
        assertThat(kinds()).contains("top_up.refused", "top_up.cancelled");
    }

    /** As if it had been asked for five hours ago. */
    private void makeOld(String order) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update top_up_order set asked_at = ? where id = ?")
                    .param(OffsetDateTime.now(ZoneOffset.UTC).minusHours(5))
                    .param(OrderId.valueOf(order.substring(ORDERS.length() + 1)).value())
                    .update();
            ledger.record(
                    Actor.SYSTEM,
                    new TopUps.Asked(OrderId.random(), citizen.id(), 1_000, 1_000, 0));
        });
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, citizen.id());
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
