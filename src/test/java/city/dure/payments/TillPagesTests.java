package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.Statements;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shop sees what it takes, and gives it back. */
@PortalTest
class TillPagesTests {
    private static final Pattern SHOWN = Pattern.compile("data-newest=\"([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;
    private Citizen citizen;

    @BeforeEach
    void open() {
        shop = shops.open();
        citizen = payments.somebody(50_000);
    }

    @Test
    void showsWhatComesInByItself() {
        assertThat(get("", TestShops.CLERK)).bodyText().contains("아직 받은 결제가 없어요");
        String nothing = shown(get("", TestShops.CLERK));
        assertThat(get("/incoming?newest=" + nothing, TestShops.CLERK)).hasStatus(204);
        String payment = payments.pay(citizen, shop, 12_000);
        assertThat(get("/incoming?newest=" + nothing, TestShops.CLERK))
                .hasStatusOk()
                .bodyText()
                .contains("12,000원 받았습니다", "결제 1건 12,000원")
                .doesNotContain("환불하기</a>");
        String shown = shown(get("", TestShops.CLERK));
        assertThat(get("/incoming?newest=" + shown, TestShops.CLERK)).hasStatus(204);
        assertThat(get("", TestShops.OWNER)).bodyText().contains("/" + payment + "/refund");
        assertThat(get("", "citizen.kim")).hasStatus(404);
    }

    @Test
    void handsItsSalesOut() {
        String payment = payments.pay(citizen, shop, 12_000);
        assertThat(refund(payment, "amount=2000")).hasStatus(302);
        assertThat(get(".csv", TestShops.OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("결제,12000," + payment, "환불,-2000,", "," + payment + "\r\n");
        assertThat(get(".csv", TestShops.CLERK)).hasStatus(403);
        assertThat(get(".csv", "citizen.kim")).hasStatus(404);
    }

    @Test
    void givesBackAPartAndThenTheRestOnce() {
        String payment = payments.pay(citizen, shop, 12_000);
        assertThat(get("/" + payment + "/refund", TestShops.OWNER))
                .bodyText()
                .contains("value=\"12,000\"");
        assertThat(get("/" + payment + "/refund?amount=5,000", TestShops.OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("환불할까요?", "5,000원 환불하기");
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 3; press++) {
            assertThat(refund(payment, operation, "amount=5000"))
                    .hasRedirectedUrl("/shop/" + shop + "/payments");
        }
        assertThat(money.spendable(citizen.id())).isEqualTo(43_000);
        assertThat(refund(payment, "amount=7001")).hasStatus(422).bodyText().contains("7,000원");
        assertThat(refund(payment, "amount=7000")).hasStatus(302);
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
        assertThat(get("/" + payment + "/refund", TestShops.OWNER))
                .bodyText()
                .contains("모두 환불한 결제예요");
        assertThat(Collections.frequency(kinds(), "payment.refunded")).isEqualTo(2);
        assertThat(
                        mvc.get()
                                .uri("/me/payments/" + payment)
                                .with(TestSignIn.as(TestPayments.account(citizen))))
                .bodyText()
                .contains("환불하고 남은 결제", "5,000원", "7,000원");
    }

    @Test
    void isGivenBackByTheOwnerOfTheShopThatTookIt() {
        String payment = payments.pay(citizen, shop, 12_000);
        MerchantId other = shops.open();
        String elsewhere = "/shop/" + other + "/payments/" + payment + "/refund";
        assertThat(TestForm.post(mvc, elsewhere, TestShops.OWNER, "amount=1")).hasStatus(404);
        assertThat(TestForm.post(mvc, path(payment), TestShops.CLERK, "amount=1")).hasStatus(409);
        assertThat(TestForm.post(mvc, path(payment), "citizen.kim", "amount=1")).hasStatus(404);
        for (String wrong : new String[] {"0", "-1", "1만", "", "1.5"}) {
            assertThat(refund(payment, "amount=" + wrong)).as(wrong).hasStatus(422);
        }
        assertThat(refund(payment, "amount=12001")).hasStatus(422).bodyText().contains("12,000원");
        assertThat(money.spendable(citizen.id())).isEqualTo(38_000);
    }

    @Test
    void tellsThePayer() {
        payments.pay(citizen, shop, 12_000);
        var payer = TestSignIn.as(TestPayments.account(citizen));
        await().untilAsserted(() ->
                assertThat(mvc.get().uri("/me/notices").with(payer))
                        .bodyText()
                        .contains("12,000원을 결제했어요"));
    }

    @Test
    void asksNoMoreOftenForMorePayments() {
        payments.pay(citizen, shop, 1_000);
        var payer = TestSignIn.as(TestPayments.account(citizen));
        String receipts = "/me/payments";
        int few = statements(() -> get("", TestShops.OWNER));
        int mine = statements(() -> mvc.get().uri(receipts).with(payer).exchange());
        for (int more = 0; more < 8; more++) {
            payments.pay(citizen, shop, 1_000);
        }
        assertThat(statements(() -> get("", TestShops.OWNER)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(13);
        assertThat(statements(() -> mvc.get().uri(receipts).with(payer).exchange()))
                .isEqualTo(mine)
                .isLessThanOrEqualTo(12);
        String nothingNew = "/incoming?newest=" + shown(get("", TestShops.OWNER));
        assertThat(statements(() -> get(nothingNew, TestShops.OWNER))).isLessThanOrEqualTo(9);
    }

    private static int statements(Supplier<MvcTestResult> request) {
        assertThat(request.get()).isNotNull(); // What is asked once alone.
        try (var statements = Statements.listen()) {
            assertThat(request.get().getResponse().getStatus()).isLessThan(300);
            return statements.heard().size();
        }
    }

    private MvcTestResult refund(String payment, String... fields) {
        return TestForm.post(mvc, path(payment), TestShops.OWNER, fields);
    }

    private String path(String payment) {
        return "/shop/" + shop + "/payments/" + payment + "/refund";
    }

    /** What a page says that it shows. */
    private static String shown(MvcTestResult page) {
        var found = SHOWN.matcher(text(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String rest, String user) {
        return mvc.get()
                .uri("/shop/" + shop + "/payments" + rest)
                .with(TestSignIn.as(user))
                .exchange();
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, citizen.id());
    }
}
