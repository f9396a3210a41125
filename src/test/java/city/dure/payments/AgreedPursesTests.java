package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.identity.TestSignIn;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A payment comes out of the purses that its page named, or does not happen. */
@PortalTest
class AgreedPursesTests {
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]+)\"");

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    private Citizen citizen;
    private String path;

    @BeforeEach
    void enter() {
        path = "/merchants/" + shops.open() + "/pay";
        citizen = payments.somebody(0);
        money.allow(1_000_000);
        money.load(citizen.id(), 50_000); // And 5,000 on it
    }

    /** What is in the wallet can change between the page and the press. */
    @Test
    void takesOutOfNoOtherPurseThanItSaid() throws Exception {
        String agreed = agreed("54000");
        assertThat(agreed).contains("own=", "bonus=");
        assertThat(pay("54000", agreed("1000")))
                .hasStatus(422)
                .bodyText()
                .contains("어느 돈으로 내는지 다시 확인", "빠져나간 돈은 없어요");
        money.load(citizen.id(), 100_000);
        assertThat(pay("54000", agreed)).hasStatus(422);
        assertThat(money.spendable(citizen.id())).isEqualTo(165_000);
        assertThat(pay("54000", agreed("54000"))).hasStatus(302);
        assertThat(money.spendable(citizen.id())).isEqualTo(111_000);
    }

    private String agreed(String amount) throws Exception {
        var page =
                mvc.get()
                        .uri(path)
                        .param("amount", amount)
                        .with(TestSignIn.as(TestPayments.account(citizen)))
                        .exchange();
        var found = AGREED.matcher(page.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult pay(String amount, String agreed) {
        return TestForm.post(
                mvc,
                path,
                TestPayments.account(citizen),
                "operation=" + UUID.randomUUID(),
                "amount=" + amount,
                "agreed=" + agreed);
    }
}
