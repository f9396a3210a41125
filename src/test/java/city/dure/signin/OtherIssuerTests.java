package city.dure.signin;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** People sign in at another issuer, by configuration alone. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dure.home=target/test-home", "dure.demo=true"})
@ContextConfiguration(initializers = TestDatabase.class)
class OtherIssuerTests {
    private static final FakeIssuer ISSUER = new FakeIssuer();
    private static final String PASSWORD = "a long password of this test";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired TransactionOperations transaction;

    private final String subject = "subject-" + UUID.randomUUID();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("dure.sign-in.issuer", ISSUER::url);
        properties.add("dure.sign-in.client-id", () -> "portal-of-the-city");
        properties.add("dure.sign-in.client-secret", () -> "a secret of this test");
        properties.add("dure.sign-in.person-claim", () -> "ci");
    }

    @Test
    @Order(1)
    void isAskedNothingBeforeSomebodySignsIn() {
        assertThat(ISSUER.visited()).isEmpty();
        assertThat(browser().open("/").status()).isEqualTo(200);
        assertThat(ISSUER.visited()).isEmpty();
    }

    @Test
    void bringsACitizenToThePageFirstAskedFor() {
        ISSUER.comes(subject, "이방인");
        var browser = browser().open("/me");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.location().getPath()).isEqualTo("/me");
        assertThat(browser.body()).contains("시민").doesNotContain("이방인");
        assertThat(browser.visited()).noneMatch(url -> url.contains("/idp/login"));
        assertThat(browser.visited())
                .anyMatch(url ->
                        url.contains("/authorize?")
                                && url.contains("code_challenge_method=S256")
                                && url.contains("nonce="));
    }

    @Test
    void findsTheSameAccountAgainAndKeepsNoSubjectReadable() {
        int before = links();
        ISSUER.comes(subject, "이방인");
        browser().open("/me");
        browser().open("/me");
        assertThat(links() - before).isEqualTo(1);
        ISSUER.comes("another-" + subject, "다른이");
        assertThat(browser().open("/me").status()).isEqualTo(200);
        assertThat(links() - before).isEqualTo(2);
        assertThat(
                        jdbc.sql("select subject_hash from account_link where issuer = ?")
                                .param(ISSUER.url())
                                .query(String.class)
                                .list())
                .noneMatch(kept -> kept.contains(subject));
    }

    /** Sessions are in the database: they hold whose they are here, and nothing the issuer said. */
    @Test
    void keepsNothingOfTheTokenInTheSession() {
        ISSUER.comes(subject, "세션카나리아");
        assertThat(browser().open("/me").status()).isEqualTo(200);
        var account =
                jdbc.sql(
                                "select account_id from account_link where issuer = ?"
                                        + " order by account_id")
                        .param(ISSUER.url())
                        .query((row, number) -> new AccountId(row.getObject(1, UUID.class)).ref())
                        .list();
        var kept = sessions();
        assertThat(kept).noneMatch(each -> each.contains("세션카나리아") || each.contains(subject));
        assertThat(kept).anyMatch(each -> account.stream().anyMatch(each::contains));
    }

    /** The CI itself is kept nowhere, and whose it is cannot change under an account. */
    @Test
    void knowsThePersonWhomTheIssuerNames() {
        String person = UUID.randomUUID().toString();
        ISSUER.comes(subject, "한사람", person);
        assertThat(browser().open("/me").status()).isEqualTo(200);
        ISSUER.comes("other-" + subject, "한사람", person);
        assertThat(browser().open("/me").status()).isEqualTo(200);
        var marks =
                jdbc.sql("select mark from account_person where kind = 'ci'")
                        .query(String.class)
                        .list();
        assertThat(marks).noneMatch(mark -> mark.contains(person));
        assertThat(marks.stream().distinct().count()).isLessThan(marks.size());
        ISSUER.comes(subject, "한사람", "somebody else");
        assertThat(browser().open("/me").status()).isEqualTo(403);
    }

    /** What another issuer knows of people makes nobody an official, so these sign in here. */
    @Test
    void letsOfficialsInAtThePortalItself() {
        String name = "staff." + UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            var account = accounts.open(Actor.SYSTEM, new NewAccount("이직원", true));
            passwords.set(Actor.SYSTEM, account, name, PASSWORD);
            var other = accounts.open(Actor.SYSTEM, new NewAccount("시민", false));
            passwords.set(Actor.SYSTEM, other, name + ".not", PASSWORD);
        });
        var browser = browser().open("/office");
        assertThat(browser.location().getPath()).isEqualTo("/idp/login");
        browser.signIn(name, PASSWORD);
        assertThat(browser.location().getPath()).isEqualTo("/office");
        assertThat(browser.body()).as("signed in, though without a role").contains("이직원");
        var citizen = browser().open("/office").signIn(name + ".not", PASSWORD);
        assertThat(citizen.status()).isEqualTo(403);
        assertThat(citizen.location().getPath()).isEqualTo("/login/oauth2/code/staff");
    }

    private List<String> sessions() {
        return jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }

    @Test
    void letsNobodyInWhoseTokenAnotherSigned() {
        int before = links();
        ISSUER.comes(subject, "이방인");
        ISSUER.isImpersonated();
        var browser = browser().open("/me");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(links()).isEqualTo(before);
    }

    private int links() {
        return jdbc.sql("select count(*) from account_link where issuer = ?")
                .param(ISSUER.url())
                .query(Integer.class)
                .single();
    }

    private Browser browser() {
        return new Browser("http://localhost:" + port);
    }
}
