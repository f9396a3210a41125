package city.dure.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.approvals.TestApproval;
import city.dure.identity.TestSignIn;
import city.dure.merchants.MerchantId;
import city.dure.ownshop.TestShops;
import city.dure.papers.EvilFiles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two windows, or an owner and an officer, at the same moment. */
@PortalTest
class BankAtOnceTests {
    private static final String SECOND = "officer2.merchants";

    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestBankChanges changes;
    @Autowired BankAccounts accounts;
    @Autowired JdbcClient jdbc;

    @RepeatedTest(5)
    void oneRequestWaitsHoweverManyWindowsAsk() throws Exception {
        var shop = shops.open();
        changes.ask(shop, TestBankChanges.ACCOUNT);
        var answers =
                AtOnce.both(() -> send(shop, "1101112223334"), () -> send(shop, "2202223334445"));
        assertThat(answers).contains(302).isSubsetOf(302, 409);
        assertThat(states(shop)).containsOnlyOnce("waiting");
        assertThat(accounts.wanted(accounts.newest(shop).orElseThrow())).isPresent();
    }

    @RepeatedTest(5)
    void anApprovalOrAWithdrawalHoldsAndNeverBoth() throws Exception {
        BankChange asked = changes.ask();
        String page = "/office/bank-changes/" + asked.id();
        post(page + "/lookups", "officer.merchants", "view=bank_change");
        post(page + "/proposal", "officer.merchants", "check=visit");
        post(page + "/lookups", SECOND, "view=bank_change");
        String approval = page + "/approval";
        String mark = TestApproval.mark(mvc, page, approval, TestSignIn.as(SECOND));
        String withdrawal = "/shop/" + asked.shop() + "/bank/" + asked.id() + "/withdrawal";
        var answers =
                AtOnce.both(
                        () -> post(approval, SECOND, "mark=" + mark),
                        () -> post(withdrawal, TestShops.OWNER));
        assertThat(answers).containsExactlyInAnyOrder(302, 409);
        boolean approved = answers.getFirst().equals(302);
        assertThat(states(asked.shop())).containsExactly(approved ? "in_force" : "withdrawn");
        assertThat(accounts.inForce(asked.shop()).isPresent()).isEqualTo(approved);
    }

    private int send(MerchantId shop, String number) throws Exception {
        return mvc.post()
                .uri("/shop/" + shop + "/bank")
                .with(csrf())
                .with(TestSignIn.as(TestShops.OWNER))
                .multipart()
                .file(new MockMultipartFile("bankBook", "b.jpg", null, EvilFiles.jpeg(20, 20)))
                .param("operation", UUID.randomUUID().toString())
                .param("bank", "011")
                .param("number", number)
                .param("holder", "나래빵집")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int post(String path, String user, String... fields) {
        return TestForm.post(mvc, path, user, fields).getResponse().getStatus();
    }

    private List<String> states(MerchantId shop) {
        return jdbc.sql("select state from shop_bank_change where merchant_id = ?")
                .param(shop.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
