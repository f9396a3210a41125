package city.dure.notices;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.TestSignIn;
import city.dure.personal.EmailAddress;
import city.dure.shared.Actor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Notices are mailed in the language that somebody chose last. */
@PortalTest
class LanguageTests {
    private static final String KOREAN = "아직 알림이 없어요.";
    private static final String ENGLISH = "There are no notices yet.";

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Notices notices;
    @Autowired Messages messages;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;

    private AccountId reader;

    @BeforeEach
    void come() {
        reader = newcomer();
    }

    @Test
    void writesKoreanToWhoNeverChose() {
        tell();
        assertThat(mailed(reader)).singleElement().asString().startsWith(KOREAN);
    }

    @Test
    void writesInTheLanguageThatWasPressedLast() {
        press("en");
        tell();
        press("ko");
        press("en");
        tell();
        press("ko");
        press("fr");
        tell();
        assertThat(mailed(reader))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith(ENGLISH),
                        text -> assertThat(text).startsWith(ENGLISH),
                        text -> assertThat(text).startsWith(KOREAN));
    }

    @Test
    void writesToEachInTheirOwn() {
        press("en");
        AccountId other = newcomer();
        transaction.executeWithoutResult(status ->
                notices.tellAll(List.of(reader, other), Notice.of("notices.empty", "/me")));
        assertThat(mailed(reader)).singleElement().asString().startsWith(ENGLISH);
        assertThat(mailed(other)).singleElement().asString().startsWith(KOREAN);
    }

    @Test
    void forgetsTheLanguageWithAllElse() {
        press("en");
        transaction.executeWithoutResult(status -> notices.forget(reader));
        assertThat(
                        jdbc.sql("select account from notice_language where account = ?")
                                .param(reader.ref())
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    private AccountId newcomer() {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var id = accounts.open(Actor.SYSTEM, new NewAccount("새 사람", false));
                    notices.mailTo(id, address(id));
                    return id;
                }));
    }

    private void press(String language) {
        String path = "/me/notices?lang=" + language;
        assertThat(mvc.get().uri(path).with(TestSignIn.as(reader))).hasStatusOk();
        assertThat(mvc.get().uri("/?lang=" + language)).hasStatusOk(); // A visitor has no account
    }

    private void tell() {
        transaction.executeWithoutResult(
                status -> notices.tell(reader, Notice.of("notices.empty", "/me")));
    }

    private List<String> mailed(AccountId who) {
        String to = address(who).plain();
        return messages.newest(1000).stream()
                .map(Messages.Kept::message)
                .filter(message -> message.to().equals(to))
                .map(Message::text)
                .toList();
    }

    private static EmailAddress address(AccountId id) {
        return new EmailAddress(id.value() + "@example.kr");
    }
}
