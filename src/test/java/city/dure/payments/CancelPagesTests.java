package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.book.TransferId;
import city.dure.citizens.Citizen;
import city.dure.identity.TestSignIn;
import city.dure.merchants.MerchantId;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A payment is cancelled on its own day by whoever works there; later, or in part, by the owner.
 */
@PortalTest
class CancelPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    private MerchantId shop;
    private Citizen citizen;
    private String payment;

    @BeforeEach
    void sell() {
        shop = shops.open();
        citizen = payments.somebody(50_000);
        payment = payments.pay(citizen, shop, 12_000);
    }

    @Test
    void isDoneByAClerkOnce() {
        assertThat(till(TestShops.CLERK)).bodyText().contains("결제 취소</a>", "번호 끝");
        assertThat(open(TestShops.CLERK))
                .hasStatusOk()
                .bodyText()
                .contains("결제를 취소할까요?", "12,000원 결제 취소하기");
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 3; press++) {
            var answer = press(TestShops.CLERK, operation, "amount=12000");
            assertThat(answer).hasStatus(302);
            assertThat(answer.getMvcResult().getFlashMap().get("flash"))
                    .asString()
                    .contains("payments.cancelled");
        }
        assertThat(money.spendable(citizen.id())).isEqualTo(50_000);
        assertThat(till(TestShops.CLERK)).bodyText().contains("결제를 취소했습니다");
        var payer = TestSignIn.as(TestPayments.account(citizen));
        assertThat(mvc.get().uri("/me/payments/" + payment).with(payer))
                .bodyText()
                .contains("결제 취소");
        assertThat(mvc.get().uri("/me/wallet/statement").with(payer)).bodyText().contains("결제 취소");
    }

    @Test
    void takesTheOwnerForAPart() {
        assertThat(press(TestShops.CLERK, "amount=5000")).hasStatus(409);
        assertThat(press(TestShops.OWNER, "amount=5000")).hasStatus(302);
        assertThat(open(TestShops.CLERK).getMvcResult().getResolvedException())
                .hasMessage("payments.clerk");
        assertThat(press(TestShops.CLERK, "amount=7000")).hasStatus(409);
        assertThat(till(TestShops.OWNER)).bodyText().contains("환불했습니다").doesNotContain("취소했");
        assertThat(money.spendable(citizen.id())).isEqualTo(43_000);
    }

    @Test
    void takesTheOwnerOnTheNextDay() {
        money.age(TransferId.valueOf(payment));
        assertThat(till(TestShops.CLERK)).bodyText().doesNotContain("결제 취소</a>");
        assertThat(open(TestShops.CLERK)).hasStatus(409);
        assertThat(press(TestShops.CLERK, "amount=12000")).hasStatus(409);
        assertThat(press(TestShops.OWNER, "amount=12000")).hasStatus(302);
        assertThat(till(TestShops.OWNER)).bodyText().contains("환불했습니다").doesNotContain("취소했");
    }

    private MvcTestResult till(String user) {
        return mvc.get().uri("/shop/" + shop + "/payments").with(TestSignIn.as(user)).exchange();
    }

    private MvcTestResult open(String user) {
        return mvc.get().uri(path()).with(TestSignIn.as(user)).exchange();
    }

    private MvcTestResult press(String user, String... fields) {
        return TestForm.post(mvc, path(), user, fields);
    }

    private String path() {
        return "/shop/" + shop + "/payments/" + payment + "/refund";
    }
}
