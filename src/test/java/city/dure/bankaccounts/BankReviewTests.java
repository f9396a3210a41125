package city.dure.bankaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestDatabase;
import city.dure.TestForm;
import city.dure.approvals.TestApproval;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.Decisions;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.Merchants;
import city.dure.ownshop.TestShops;
import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** What two officers do with a request; ways round the second one are in ApprovalTests. */
@PortalTest
class BankReviewTests {
    private static final String FIRST = "officer.merchants";
    private static final String SECOND = "officer2.merchants";
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private static final String NUMBER = "3010123456789";

    @Autowired MockMvcTester mvc;
    @Autowired TestBankChanges changes;
    @Autowired BankAccounts accounts;
    @Autowired SealedAccounts sealed;
    @Autowired Merchants merchants;
    @Autowired Decisions decisions;
    @Autowired TestShops shops;
    @Autowired TransactionOperations transaction;
    @Autowired Passwords people;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;

    @Test
    void comesIntoForceOnceTwoOfficersSawIt() {
        BankChange first = inForce(changes.ask());
        assertThat(accounts.inForce(first.shop())).contains(TestBankChanges.ACCOUNT);
        var other = new BankAccount(Bank.KAKAO, "333301234567", "나래빵집");
        BankChange second = inForce(changes.ask(first.shop(), other));
        assertThat(accounts.inForce(first.shop())).contains(other);
        assertThat(state(first)).isEqualTo("former");
        assertThat(sealed.read(first.id())).as("kept").contains(TestBankChanges.ACCOUNT);
        assertThat(Sealed.kinds(jdbc, entries, second.id()))
                .containsExactly(
                        "shop_bank.changed",
                        "shop_bank.viewed",
                        "shop_bank.proposed",
                        "shop_bank.viewed",
                        "shop_bank.requested");
        assertThat(notices(first)).isEqualTo(4);
        assertThat(get(first, "/paper", "auditor")).hasStatus(403);
    }

    @Test
    void showsItMaskedUntilAReasonIsGivenAndWritesEachViewDown() {
        BankChange asked = changes.ask();
        assertThat(get(asked, "", FIRST)).bodyText().contains("-6789").doesNotContain(NUMBER);
        assertThat(get(asked, "/paper", FIRST)).hasStatus(409);
        assertThat(views(FIRST)).isZero();
        assertThat(post(asked, "/lookups", FIRST)).hasStatus(422).bodyText().contains("골라");
        assertThat(post(asked, "/lookups", FIRST, "view=bank_change")).hasStatus(302);
        assertThat(get(asked, "", FIRST)).bodyText().contains(NUMBER, "나래빵집");
        assertThat(get(asked, "/paper", FIRST)).hasStatusOk();
        assertThat(views(FIRST)).isEqualTo(2);
        assertThat(get(asked, "", SECOND)).bodyText().doesNotContain(NUMBER);
        assertThat(get(asked, "", "auditor")).bodyText().doesNotContain(NUMBER);
        assertThat(views(SECOND)).isZero();
        assertThat(mvc.get().uri("/me/views").with(TestSignIn.as(TestShops.OWNER)))
                .bodyText()
                .contains("정산 계좌 변경 확인", "예금주", "통장 사본");
    }

    @Test
    void isDecidedByNobodyWhoDidNotSeeIt() {
        BankChange asked = changes.ask();
        assertThat(post(asked, "/proposal", FIRST, "check=bank")).hasStatus(409);
        proposed(asked);
        post(asked, "/lookups", SECOND, "view=bank_change");
        String mark = mark(asked);
        new JdbcTemplate(TestDatabase.unguarded("portal"))
                .update("delete from shop_bank_view where officer = ?", ref(SECOND));
        refused(asked, mark, "bankaccounts.closed");
    }

    @Test
    void isNotDecidedByWhoWorksInTheShop() {
        BankChange asked = changes.ask();
        proposed(asked);
        post(asked, "/lookups", SECOND, "view=bank_change");
        String mark = mark(asked);
        merchants.addMember(Actor.SYSTEM, asked.shop(), account(SECOND), Membership.CLERK);
        refused(asked, mark, "bankaccounts.own-shop");
        assertThat(get(asked, "", SECOND)).bodyText().contains("본인이 일하는 가게").doesNotContain("결재하고");
    }

    @Test
    void isNotApprovedForWhoOwnsTheShopNoLonger() {
        BankChange asked = changes.ask();
        proposed(asked);
        post(asked, "/lookups", SECOND, "view=bank_change");
        String mark = mark(asked);
        merchants.removeMember(Actor.SYSTEM, asked.shop(), account(TestShops.OWNER));
        refused(asked, mark, "bankaccounts.no-owner");
    }

    @Test
    void endsTheApprovalWhenTheOwnerTakesTheRequestBack() {
        BankChange asked = changes.ask();
        proposed(asked);
        post(asked, "/lookups", SECOND, "view=bank_change");
        String mark = mark(asked);
        accounts.withdraw(changes.owner(), asked.shop(), asked.id());
        refused(asked, mark, "approvals.decided");
        assertThat(get(asked, "", SECOND)).bodyText().contains("파기했습니다").doesNotContain(NUMBER);
    }

    @Test
    void isRefusedWithAReasonAndDestroyed() {
        BankChange asked = changes.ask();
        assertThat(post(asked, "/rejection", FIRST)).hasStatus(422).bodyText().contains("까닭을 골라");
        proposed(asked);
        assertThat(post(asked, "/rejection", SECOND, "refusal=unreadable")).hasStatus(409);
        assertThat(post(asked, "/refusal", SECOND)).hasStatus(302);
        assertThat(state(asked)).isEqualTo("waiting");
        assertThat(post(asked, "/rejection", SECOND, "refusal=unreadable")).hasStatus(302);
        assertThat(sealed.read(asked.id())).isEmpty();
        assertThat(post(asked, "/proposal", FIRST, "check=bank")).hasStatus(409);
        assertThat(post(asked, "/lookups", FIRST, "view=bank_change")).hasStatus(409);
        var own = mvc.get().uri("/shop/" + asked.shop() + "/bank");
        assertThat(own.with(TestSignIn.as(TestShops.OWNER)))
                .bodyText()
                .contains("반려됐어요. 까닭: 통장 사본을 읽을 수 없음");
    }

    @Test
    void isForgottenWithTheOwnerOfAClosedShop() {
        Actor owner = shops.person("citizen.park");
        var shop = shops.open();
        merchants.addMember(Actor.SYSTEM, shop, owner, Membership.OWNER);
        BankChange paid = inForce(changes.ask(owner, shop, TestBankChanges.ACCOUNT));
        assertThat(forgotten(owner)).as("something stays").isTrue();
        assertThat(accounts.inForce(shop)).as("while the shop is open").isPresent();
        decisions.close(OFFICER, shop, "gone", merchants.summary(shop).version());
        assertThat(forgotten(owner)).as("nothing stays").isFalse();
        assertThat(forgotten(owner)).as("and nothing is recorded again").isFalse();
        assertThat(accounts.inForce(shop)).isEmpty();
        assertThat(sealed.read(paid.id())).isEmpty();
        assertThat(state(paid)).isEqualTo("former");
        assertThat(get(paid, "", FIRST)).bodyText().contains("파기했습니다");
    }

    private boolean forgotten(Actor owner) {
        return accounts.forget(Actor.SYSTEM, AccountId.valueOf(owner.ref()));
    }

    private BankChange inForce(BankChange asked) {
        proposed(asked);
        post(asked, "/lookups", SECOND, "view=bank_change");
        var person = TestSignIn.as(SECOND);
        assertThat(TestApproval.approve(mvc, path(asked), path(asked) + "/approval", person))
                .hasStatus(302);
        assertThat(state(asked)).isEqualTo("in_force");
        return asked;
    }

    private void proposed(BankChange asked) {
        post(asked, "/lookups", FIRST, "view=bank_change");
        assertThat(post(asked, "/proposal", FIRST)).hasStatus(422).bodyText().contains("방법을 골라");
        assertThat(post(asked, "/proposal", FIRST, "check=bank")).hasStatus(302);
    }

    private void refused(BankChange asked, String mark, String why) {
        String before = state(asked);
        var answer = post(asked, "/approval", SECOND, "mark=" + mark);
        assertThat(answer).hasStatus(409);
        assertThat(answer.getMvcResult().getResolvedException()).hasMessage(why);
        assertThat(state(asked)).isEqualTo(before);
        assertThat(accounts.inForce(asked.shop())).isEmpty();
    }

    private String mark(BankChange asked) {
        var person = TestSignIn.as(SECOND);
        return TestApproval.mark(mvc, path(asked), path(asked) + "/approval", person);
    }

    private MvcTestResult post(BankChange asked, String act, String user, String... fields) {
        return TestForm.post(mvc, path(asked) + act, user, fields);
    }

    private MvcTestResult get(BankChange asked, String below, String user) {
        return mvc.get().uri(path(asked) + below).with(TestSignIn.as(user)).exchange();
    }

    private long views(String user) {
        return count(
                "select count(*) from access_log where who = ? and reason = 'bank_change'"
                        + " and what = 'revealed' and about like 'bank_%'",
                ref(user));
    }

    private long notices(BankChange asked) {
        return count(
                "select count(*) from notice where href = ?", "/shop/" + asked.shop() + "/bank");
    }

    private long count(String query, String of) {
        return jdbc.sql(query).param(of).query(Long.class).single();
    }

    private String state(BankChange asked) {
        return jdbc.sql("select state from shop_bank_change where id = ?")
                .param(asked.id().value())
                .query(String.class)
                .single();
    }

    private AccountId account(String user) {
        return people.find(user).orElseThrow().account();
    }

    private String ref(String user) {
        return account(user).ref();
    }

    private static String path(BankChange asked) {
        return "/office/bank-changes/" + asked.id();
    }
}
