package city.dure.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.ledger.LedgerEntries;
import city.dure.passkeys.TestPasskeys;
import city.dure.shared.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class InvitationPagesTests {
    private static final String PASSWORD = "세 갈래 길에 핀 파란 달맞이꽃";

    @Autowired MockMvcTester mvc;
    @Autowired Invitations invitations;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired TestPasskeys passkeys;

    private final String username = "staff." + UUID.randomUUID();
    private AccountId account;
    private String link;

    @BeforeEach
    void invitesSomebody() {
        account = accounts.open(Actor.SYSTEM, new NewAccount("초대받은 이", true));
        link = invitations.invite(Actor.SYSTEM, account).path();
    }

    @Test
    void openingChangesNothing() {
        long before = count("ledger_entry");
        for (int times = 0; times < 3; times++) {
            assertThat(mvc.get().uri(link)).hasStatusOk().bodyText().contains("로그인 방법 정하기");
        }
        assertThat(count("ledger_entry")).isEqualTo(before);
        assertThat(accept(PASSWORD, PASSWORD, UUID.randomUUID())).hasStatus(302);
    }

    @Test
    void worksOnceAlsoWhenPressedTwice() {
        var operation = UUID.randomUUID();
        assertThat(accept(PASSWORD, PASSWORD, operation)).hasRedirectedUrl("/idp/welcome");
        assertThat(accept(PASSWORD, PASSWORD, operation)).hasRedirectedUrl("/idp/welcome");
        assertThat(accept(PASSWORD, PASSWORD, UUID.randomUUID()))
                .hasStatus(410)
                .bodyText()
                .contains("이미 쓴 링크입니다");
        assertThat(mvc.get().uri(link)).hasStatus(410);
        assertThat(passwords.find(username)).map(Passwords.Credential::account).hasValue(account);
        assertThat(accounts.displayName(account.ref())).isEqualTo("서새봄");
    }

    /** Whoever found a lost device must not be able to go on. */
    @Test
    void endsEveryEarlierWayToSignIn() {
        passkeys.add(account);
        passkeys.add(account);
        accept(PASSWORD, PASSWORD, UUID.randomUUID());
        assertThat(passkeys.count(account)).isZero();
        assertThat(kinds("passkey.removed")).isEqualTo(2);
        transaction.executeWithoutResult(status -> passwords.remove(Actor.SYSTEM, account));
        transaction.executeWithoutResult(status -> passwords.remove(Actor.SYSTEM, account));
        assertThat(passwords.find(username)).isEmpty();
        assertThat(kinds("password.removed")).isEqualTo(1);
    }

    @Test
    void isLateAfterADay() {
        transaction.executeWithoutResult(status -> expire());
        assertThat(mvc.get().uri(link)).hasStatus(410).bodyText().contains("기간이 끝났습니다");
        assertThat(accept(PASSWORD, PASSWORD, UUID.randomUUID())).hasStatus(410);
        assertThat(passwords.find(username)).isEmpty();
    }

    @Test
    void closesWhenANewerOneIsMade() {
        invitations.invite(Actor.SYSTEM, account);
        assertThat(mvc.get().uri(link)).hasStatus(410).bodyText().contains("새 링크가 만들어져");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        assertThat(accept("열네 글자 비밀번호예", "열네 글자 비밀번호예", UUID.randomUUID()))
                .hasStatus(422)
                .bodyText()
                .contains("15자 이상이어야");
        assertThat(accept(PASSWORD, PASSWORD + "!", UUID.randomUUID()))
                .bodyText()
                .contains("서로 다릅니다");
        assertThat(accept("가".repeat(25), "가".repeat(25), UUID.randomUUID()))
                .bodyText()
                .contains("너무 깁니다");
        assertThat(accept("abababababababab", "abababababababab", UUID.randomUUID()))
                .bodyText()
                .contains("되풀이되거나");
        assertThat(mvc.get().uri(link)).hasStatusOk();
    }

    @Test
    void keepsANameThatAnotherHas() {
        assertThat(
                        mvc.post()
                                .uri(link)
                                .with(csrf())
                                .param("operation", UUID.randomUUID().toString())
                                .param("name", "서새봄")
                                .param("username", " Auditor ")
                                .param("password", PASSWORD)
                                .param("again", PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("다른 직원이 쓰는 아이디");
    }

    @Test
    void keepsNeitherTokenNorPasswordNorName() {
        accept(PASSWORD, PASSWORD, UUID.randomUUID());
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(
                        jdbc.sql("select count(*) from invitation where token_hash = ?")
                                .param(token)
                                .query(Long.class)
                                .single())
                .isZero();
        city.dure.Sealed.everything(jdbc);
        assertThat(entries.about(account.ref(), true, null, 10).rows())
                .extracting(entry -> String.valueOf(entry.details()))
                .isNotEmpty()
                .noneMatch(details -> details.contains(token) || details.contains("서새봄"));
    }

    @Test
    void takesNoPasskeyThatWasNotAskedFor() {
        assertThat(
                        mvc.post()
                                .uri(link + "/passkey")
                                .with(csrf())
                                .param("name", "서새봄")
                                .param("passkey", "{}"))
                .hasStatus(422);
        assertThat(mvc.post().uri("/idp/invitations/none/passkey/options").with(csrf()))
                .hasStatus(410);
        assertThat(mvc.get().uri("/idp/invitations/none")).hasStatus(404);
    }

    private MvcTestResult accept(String password, String again, UUID operation) {
        return mvc.post()
                .uri(link)
                .with(csrf())
                .param("operation", operation.toString())
                .param("name", "서새봄")
                .param("username", username)
                .param("password", password)
                .param("again", again)
                .exchange();
    }

    /** Through the portal's own door the clock would have to be moved for every test. */
    private void expire() {
        jdbc.sql("update invitation set expires_at = ? where account_id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1), account.value())
                .update();
        invitations.openUntil(account);
        accounts.open(Actor.SYSTEM, new NewAccount("아무개", true)); // so that there is an entry
    }

    private long kinds(String kind) {
        return Collections.frequency(Sealed.kinds(jdbc, entries, account), kind);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
