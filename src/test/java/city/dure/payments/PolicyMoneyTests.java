package city.dure.payments;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.eligibility.Declarations;
import city.dure.eligibility.Turnover;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.merchants.MerchantId;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import java.time.Year;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * A shop of more than 3,000,000,000 won a year may accept allowances, and none of the currency that
 * citizens get cheaper (reference/currency.md 3.1); what is said there is the true reason.
 */
@PortalTest
class PolicyMoneyTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestPayments payments;
    @Autowired TestMoney money;
    @Autowired Declarations declarations;

    @ParameterizedTest
    @CsvSource({
        // turnover, general, policy, price; left of both; what is said
        "3000000000, 10000, 5000, 12000,  3000, ",
        "3000000000, 10000,    0, 10000,     0, ",
        "3000000001, 10000, 5000,  5000, 10000, ",
        "3000000001, 10000, 5000,  5001, 15000, 이 가게에서 쓸 수 있는 돈은 5,000원",
        "3000000001, 10000,    0,     1, 10000, 이 가게에서 쓸 수 있는 돈이 없어요",
        "3000000001,     0, 5000,  5000,     0, "
    })
    void isAcceptedWhereTheOtherIsNot(
            long turnover,
            long general,
            long policy,
            long price,
            long left,
            @Nullable String sentence) {
        MerchantId shop = shops.open();
        declare(shop, turnover);
        Citizen citizen = payments.somebody(general);
        if (policy > 0) {
            money.allowance(citizen.id(), policy);
        }
        AccountId account = TestPayments.account(citizen);
        String path = "/merchants/" + shop + "/pay";
        var asked = mvc.get().uri(path + "?amount=" + price).with(TestSignIn.as(account));
        var paid = TestForm.post(mvc, path, account, "amount=" + price);
        if (sentence == null) {
            assertThat(paid).hasStatus(302);
        } else {
            assertThat(asked).hasStatus(422).bodyText().contains(sentence);
            assertThat(paid)
                    .hasStatus(422)
                    .bodyText()
                    .contains(sentence, "충전금은 받을 수 없고")
                    .doesNotContain("/me/wallet/top-up\"");
        }
        assertThat(money.spendable(citizen.id())).isEqualTo(left);
    }

    private void declare(MerchantId shop, long turnover) {
        int year = Year.now(ZoneId.of("Asia/Seoul")).getValue() - 1;
        var declared = new Turnover(year, turnover);
        assertThat(declarations.declare(shops.person(TestShops.OWNER), shop, declared)).isPresent();
    }
}
