package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.citizens.Citizen;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.money.TestMoney;
import city.dure.money.TestScreening;
import city.dure.ownshop.TestShops;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who watches over payments is asked before money moves, and told by what it is paid. */
@PortalTest
class ScreeningTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    @Autowired TestScreening screening;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;
    private Citizen citizen;

    @BeforeEach
    void enter() {
        shop = shops.open();
        citizen = payments.somebody(50_000);
    }

    @Test
    void isToldWhichBrowserPays() {
        Cookie phone = browser();
        assertThat(pay(phone)).hasStatus(302);
        var told = screening.told(citizen.id());
        assertThat(told.device()).isNotNull().doesNotContain(phone.getValue());
        assertThat(told.card()).isNull();
        assertThat(pay(phone).getResponse().getCookie("device")).isNull();
        assertThat(screening.told(citizen.id())).isEqualTo(told);
        assertThat(pay(browser())).hasStatus(302);
        assertThat(screening.told(citizen.id()).device()).isNotEqualTo(told.device());
    }

    @Test
    void knowsNoBrowserByACookieMadeByHand() {
        var answer = pay(new Cookie("device", "x".repeat(4_000)));
        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getCookie("device")).isNotNull();
        assertThat(screening.told(citizen.id()).device()).hasSize(64);
    }

    @Test
    void isAskedBeforeMoneyMoves() {
        screening.stop(citizen.id());
        assertThat(pay(browser()))
                .hasStatus(422)
                .bodyText()
                .contains("확인이 필요해서 지금은 결제할 수 없어요", "빠져나간 돈은 없어요");
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
        assertThat(Sealed.kinds(jdbc, entries, citizen.id())).contains("payment.refused");
    }

    private Cookie browser() {
        var answer = mvc.get().uri(path()).with(TestSignIn.as(account())).exchange();
        Cookie cookie = Objects.requireNonNull(answer.getResponse().getCookie("device"));
        assertThat(cookie.isHttpOnly()).isTrue();
        return cookie;
    }

    private MvcTestResult pay(Cookie browser) {
        return mvc.post()
                .uri(path())
                .with(csrf())
                .with(TestSignIn.as(account()))
                .cookie(browser)
                .param("operation", UUID.randomUUID().toString())
                .param("amount", "1000")
                .exchange();
    }

    private AccountId account() {
        return TestPayments.account(citizen);
    }

    private String path() {
        return "/merchants/" + shop + "/pay";
    }
}
