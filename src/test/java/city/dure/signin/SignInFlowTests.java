package city.dure.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.TestDatabase;
import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.invitations.Invitations;
import city.dure.shared.Actor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The whole sign-in over real HTTP, as a browser goes through it. */
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dure.home=target/test-home", "dure.demo=true"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(MovableClock.class)
class SignInFlowTests {
    private static final String SESSION = "__Host-SESSION";
    private static final String PASSWORD = "a long password of this test";
    private static final String NEW = PASSWORD + "!";

    @LocalServerPort int port;
    @Autowired AccessLog log;
    @Autowired Passwords passwords;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired JdbcClient jdbc;
    @Autowired AtomicReference<Duration> later;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void bringsOneToThePageFirstAskedFor(String host) {
        var browser = at(host).open("/actuator/info");
        assertThat(browser.location().getPath()).isEqualTo("/idp/login");

        browser.signIn("auditor", "dure-demo");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.location().getPath()).isEqualTo("/actuator/info");
        assertThat(browser.visited())
                .allMatch(url -> url.startsWith("http://" + host + ":" + port));
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownName() {
        var wrong = at("localhost").open("/actuator/info").signIn("auditor", "guess");
        var unknown = at("localhost").open("/actuator/info").signIn("nobody", "guess");

        assertThat(wrong.location().getPath()).isEqualTo("/idp/login");
        assertThat(wrong.body()).contains("아이디나 비밀번호가 맞지 않아요");
        assertThat(anonymised(unknown)).isEqualTo(anonymised(wrong));
    }

    @Test
    void leavesBothSessionsAtOnce() {
        var browser = at("localhost").open("/actuator/info").signIn("auditor", "dure-demo");
        browser.open("/").post("/logout", Map.of());
        assertThat(browser.location().getPath()).isEqualTo("/");

        browser.open("/actuator/info");

        assertThat(browser.location().getPath()).isEqualTo("/idp/login");
    }

    @Test
    void writesDownWhoCameAndWent() {
        String person = passwords.find("desk.agent").orElseThrow().account().ref();
        var browser = at("localhost").open("/me").signIn("desk.agent", "dure-demo");
        browser.open("/me").post("/logout", Map.of());

        assertThat(log.page(person, null, 2).rows())
                .extracting(Access::what)
                .containsExactly(Access.What.SIGNED_OUT, Access.What.SIGNED_IN);
    }

    @Test
    void keepsTheLanguageThatWasPressedBeforeSigningIn() {
        String name = "speaking." + UUID.randomUUID();
        String person = hired(name).ref();
        String query = "select language from notice_language where account = ?";
        at("localhost").open("/me").signIn(name, PASSWORD);
        assertThat(jdbc.sql(query).param(person).query(String.class).optional()).isEmpty();
        at("localhost").open("/?lang=en").open("/me").signIn(name, PASSWORD);
        assertThat(jdbc.sql(query).param(person).query(String.class).single()).isEqualTo("en");
    }

    @Test
    void endsIdleSessionsOfStaffSooner() {
        String person = passwords.find("officer.votes").orElseThrow().account().ref();
        at("localhost").open("/me").signIn("officer.votes", "dure-demo");

        assertThat(
                        jdbc.sql(
                                        "select min(max_inactive_interval) from spring_session"
                                                + " where principal_name = ?")
                                .param(person)
                                .query(Integer.class)
                                .single())
                .isEqualTo(15 * 60);
    }

    @ParameterizedTest
    @CsvSource({"officer.fraud, 8", "citizen.lee, 24"})
    void endsASessionThatIsUsedAllTheTime(String name, int hours) {
        var browser = at("localhost").open("/me").signIn(name, "dure-demo");
        try {
            later.set(Duration.ofHours(hours).minusMinutes(1));
            assertThat(browser.open("/me").location().getPath()).isEqualTo("/me");

            later.set(Duration.ofHours(hours));
            assertThat(browser.open("/me").location().getPath()).isEqualTo("/idp/login");
        } finally {
            later.set(Duration.ZERO);
        }
    }

    /** Else a stolen session would be renewed for as long as one likes. */
    @Test
    void asksAgainForThePasswordAtEachSignIn() {
        var browser = at("localhost").open("/me").signIn("citizen.park", "dure-demo");
        assertThat(browser.location().getPath()).isEqualTo("/me");
        browser.open("/oauth2/authorization/dure");
        assertThat(browser.location().getPath()).isEqualTo("/idp/login");
    }

    private AccountId hired(String username) {
        AccountId made = accounts.open(Actor.SYSTEM, new NewAccount("잃은이", true));
        passwords.set(Actor.SYSTEM, made, username, PASSWORD);
        return made;
    }

    /** Whoever found a lost device is signed out as its owner comes by a new link. */
    @Test
    void endsSessionsAsANewLinkIsUsed() {
        String name = "lost." + UUID.randomUUID();
        AccountId account = hired(name);
        var found = at("localhost").open("/me").signIn(name, PASSWORD);
        assertThat(found.open("/me").location().getPath()).isEqualTo("/me");
        String link = invitations.invite(Actor.SYSTEM, account).path();
        var fields =
                Map.of(
                        "operation",
                        UUID.randomUUID().toString(),
                        "name",
                        "잃은이",
                        "username",
                        name,
                        "password",
                        PASSWORD + "!",
                        "again",
                        PASSWORD + "!");
        assertThat(at("localhost").open(link).post(link, fields).status()).isEqualTo(200);
        assertThat(found.open("/me").location().getPath()).isEqualTo("/idp/login");
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        var browser = at("localhost").open("/actuator/info");
        String before = browser.cookie(SESSION);

        browser.signIn("auditor", "dure-demo");

        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(before);
    }

    /** Outside the demo, as this test runs. */
    @Test
    void keepsTheSessionInACookieForThisHostOverHttpsOnly() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/me"));
        var answer =
                HttpClient.newHttpClient()
                        .send(request.build(), HttpResponse.BodyHandlers.discarding());

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith(SESSION + "=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void refusesWhoMayNotBeThere() {
        var browser = at("localhost").open("/actuator/info").signIn("citizen.kim", "dure-demo");

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.body()).contains("du-account__name"); // Others may have renamed kim
    }

    @Test
    void givesAMachineAllOfItsScopes() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + port
                                                                + "/oauth2/token"))
                                        .header("Authorization", "Basic " + basic("demo-pos"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "grant_type=client_credentials"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"scope\":\"payments\"");
    }

    private static String basic(String client) {
        return Base64.getEncoder()
                .encodeToString((client + ":" + client + "-secret").getBytes(UTF_8));
    }

    private Browser at(String host) {
        return new Browser("http://" + host + ":" + port);
    }

    private static String anonymised(Browser browser) {
        return browser.body().replaceAll("value=\"[^\"]{40,}\"", "");
    }
}
