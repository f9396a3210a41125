package city.dure.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.ownshop.TestShops;
import city.dure.papers.EvilFiles;
import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import city.dure.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an owner sees and asks for about the shop's bank account. */
@PortalTest
class BankPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestShops shops;
    @Autowired TestBankChanges changes;
    @Autowired BankAccounts accounts;
    @Autowired SealedAccounts sealed;
    @Autowired Merchants merchants;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private MerchantId shop;

    @BeforeEach
    void open() {
        shop = shops.open();
    }

    @Test
    void asksOnceHoweverOftenPressedAndShowsNoNumber() throws Exception {
        String operation = "operation=" + UUID.randomUUID();
        for (int press = 0; press < 2; press++) {
            assertThat(send(operation)).hasRedirectedUrl(page());
        }
        assertThat(kinds()).containsOnlyOnce("shop_bank.requested");
        assertThat(accounts.wanted(newest())).contains(TestBankChanges.ACCOUNT);
        assertThat(get(TestShops.OWNER))
                .bodyText()
                .contains("확인을 기다리고 있어요", "****-****-6789", "신청하지 않았다면")
                .doesNotContain("3010123456789", "나래빵집");
        assertThat(accounts.inForce(shop)).isEmpty();
    }

    @Test
    void saysAtEachFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        assertThat(send("bank=999", "number=12-34", "holder=<b>", "paper=none"))
                .hasStatus(422)
                .bodyText()
                .contains("은행을 골라 주세요", "숫자 8~16자리", "통장에 적힌 이름을 40자까지")
                .contains("통장 사본을 골라 주세요", "value=\"12-34\"", "value=\"&lt;b&gt;\"");
        assertThat(send("number=", "holder= "))
                .hasStatus(422)
                .bodyText()
                .contains("계좌번호를 적어 주세요", "예금주를 적어 주세요");
        assertThat(accounts.newest(shop)).isEmpty();
    }

    @Test
    void replacesWhatWaitsAndDestroysIt() throws Exception {
        send();
        BankChange first = newest();
        assertThat(send("number=110-222-333444")).hasStatus(302);
        assertThat(newest().id()).isNotEqualTo(first.id());
        assertThat(
                        jdbc.sql("select state from shop_bank_change where id = ?")
                                .param(first.id().value())
                                .query(String.class)
                                .single())
                .isEqualTo("replaced");
        assertThat(sealed.read(first.id())).isEmpty();
        assertThat(kinds())
                .containsExactly(
                        "shop_bank.requested",
                        "shop_bank.requested",
                        "merchant.member_added",
                        "merchant.approved");
    }

    @Test
    void isTakenBackByTheOwnerAlone() throws Exception {
        send();
        String withdrawal = page() + "/" + newest().id() + "/withdrawal";
        assertThat(TestForm.post(mvc, withdrawal, TestShops.CLERK)).hasStatus(403);
        var other = shops.open();
        String elsewhere = "/shop/" + other + "/bank/" + newest().id() + "/withdrawal";
        assertThat(TestForm.post(mvc, elsewhere, TestShops.OWNER)).hasStatus(404);
        assertThat(newest().waits()).isTrue();
        assertThat(TestForm.post(mvc, withdrawal, TestShops.OWNER)).hasStatus(302);
        assertThat(TestForm.post(mvc, withdrawal, TestShops.OWNER)).hasStatus(409);
        assertThat(newest().state()).isEqualTo(BankChangeState.WITHDRAWN);
        assertThat(sealed.read(newest().id())).isEmpty();
        assertThat(get(TestShops.OWNER)).bodyText().contains("지난번 신청은 취소했어요");
    }

    @Test
    void isForgottenWithAnOwnerWhoLeaves() {
        Actor leaving = shops.person("citizen.park");
        merchants.addMember(Actor.SYSTEM, shop, leaving, Membership.OWNER);
        changes.ask(leaving, shop, TestBankChanges.ACCOUNT);
        forget(shops.person("citizen.lee"));
        assertThat(newest().waits()).as("asked for by another owner").isTrue();
        forget(leaving);
        assertThat(newest().state()).isEqualTo(BankChangeState.WITHDRAWN);
        assertThat(sealed.read(newest().id())).isEmpty();
        merchants.removeMember(Actor.SYSTEM, shop, leaving);
    }

    private void forget(Actor owner) {
        accounts.forget(owner, AccountId.valueOf(owner.ref()));
    }

    @Test
    void isForOwnersAndTellsThem() throws Exception {
        assertThat(get(TestShops.CLERK)).hasStatus(403);
        assertThat(get("citizen.kim")).hasStatus(404);
        send();
        assertThat(
                        jdbc.sql("select count(*) from notice where href = ?")
                                .param(page())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void showsItselfMasked() {
        var account = new BankAccount(Bank.KB, "12345678901234", "김한들");
        assertThat(account + " " + List.of(account))
                .doesNotContain("12345678901234", "김한들")
                .contains("KB국민은행 ****-****-1234");
        assertThat(BankAccount.read("１２３-４５６ 789012")).contains("123456789012");
        assertThat(BankAccount.readHolder("㈜한들")).contains("㈜한들");
    }

    private MvcTestResult send(String... fields) throws Exception {
        Map<String, String> sent =
                new LinkedHashMap<>(
                        Map.of(
                                "operation",
                                UUID.randomUUID().toString(),
                                "bank",
                                "011",
                                "number",
                                "301-0123-4567-89",
                                "holder",
                                "나래빵집"));
        for (String field : fields) {
            sent.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        var request =
                mvc.post()
                        .uri(page())
                        .with(csrf())
                        .with(TestSignIn.as(TestShops.OWNER))
                        .multipart();
        if (!"none".equals(sent.remove("paper"))) {
            request.file(
                    new MockMultipartFile(
                            "bankBook", "book.jpg", "image/jpeg", EvilFiles.jpeg(20, 20)));
        }
        sent.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String user) {
        return mvc.get().uri(page()).with(TestSignIn.as(user)).exchange();
    }

    private String page() {
        return "/shop/" + shop + "/bank";
    }

    private BankChange newest() {
        return accounts.newest(shop).orElseThrow();
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, shop);
    }
}
