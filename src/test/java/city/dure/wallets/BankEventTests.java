package city.dure.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.money.TestMoney;
import city.dure.mydata.TestLeaving;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** What a payment provider says, rightly and wrongly. */
@PortalTest
class BankEventTests {
    private static final String OTHER = "a-secret-that-somebody-else-thought-of";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;
    @Autowired TopUps topUps;
    @Autowired TestLeaving leaving;
    @Autowired BankSignature signature;
    @Autowired TransactionOperations transaction;
    private Citizen citizen;
    private Order order;

    @BeforeEach
    void agree() {
        money.allow(1_000_000);
        citizen = people.joined(TestCitizens.someone());
        order =
                transaction.execute(status ->
                        topUps.ask(TestCitizens.actor(citizen), citizen, 50_000, 50_000, 5_000)
                                .order());
    }

    @Test
    void loadsOnceHoweverOftenItIsSaid() {
        String body = body("paid", 50_000);
        for (int i = 0; i < 3; i++) {
            assertThat(say(body, signature.sign(body))).hasStatusOk().bodyText().contains("done");
        }
        String cancelled = body("cancelled", 0);
        assertThat(say(cancelled, signature.sign(cancelled))).bodyText().contains("done");
        assertThat(money.spendable(citizen.id())).isEqualTo(55_000);
    }

    /** Whoever left, or goes by another id, in the minutes at the bank. */
    @Test
    void loadsNothingForWhoLeft() {
        leaving.forget(TestCitizens.actor(citizen));
        String body = body("paid", 50_000);
        assertThat(say(body, signature.sign(body))).hasStatusOk().bodyText().contains("refused");
        assertThat(money.spendable(citizen.id())).isZero();
    }

    @Test
    void believesNobodyElse() {
        String body = body("paid", 50_000);
        assertThat(say(body, "")).hasStatus(400);
        assertThat(say(body, signature.sign(body("paid", 1)))).hasStatus(400);
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        assertThat(
                        say(
                                body,
                                new BankSignature("a-secret-that-tests-and-their-bank-share", later)
                                        .sign(body)))
                .as("an old word said again")
                .hasStatus(400);
        assertThat(say(body, new BankSignature(OTHER, Clock.systemUTC()).sign(body)))
                .hasStatus(400);
        assertThat(money.spendable(citizen.id())).isZero();
    }

    @Test
    void takesNoOtherAmountAndNoNonsense() {
        for (String body :
                new String[] {"", "[]", "{}", "{\"order\":1}", body("paid", 1), body("soon", 1)}) {
            assertThat(say(body, signature.sign(body)).getResponse().getStatus())
                    .as(body)
                    .isIn(400, 409);
        }
        String unknown = body("paid", 1).replace(order.id().ref(), OrderId.random().ref());
        assertThat(say(unknown, signature.sign(unknown))).hasStatus(404);
        assertThat(money.spendable(citizen.id())).isZero();
    }

    @Test
    void readsNothingLong() {
        String body = " ".repeat(1_000) + body("paid", 50_000);
        assertThat(say(body, signature.sign(body))).hasStatus(413);
    }

    @Test
    void takesNoSecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> new BankSignature("short", Clock.systemUTC()))
                .hasMessageContaining("too short");
    }

    private String body(String status, long amount) {
        return "{\"order\":\"%s\",\"status\":\"%s\",\"amount\":%d}"
                .formatted(order.id(), status, amount);
    }

    private MvcTestResult say(String body, String signed) {
        return mvc.post()
                .uri(BankController.PATH)
                .header("Dure-Signature", signed)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
