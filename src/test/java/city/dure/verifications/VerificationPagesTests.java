package city.dure.verifications;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.Statements;
import city.dure.TestDatabase;
import city.dure.TestForm;
import city.dure.identity.Passwords;
import city.dure.ledger.LedgerEntries;
import city.dure.replay.Replays;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.verification.Damage;
import city.dure.verification.LedgerVerification;
import city.dure.verification.Report;
import java.io.UnsupportedEncodingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The auditor's checks of the ledger. Others write beside the ledger here, so any result will do.
 */
@PortalTest
class VerificationPagesTests {
    private static final String PATH = "/office/ledger/verifications";

    @Autowired MockMvcTester mvc;
    @Autowired Checks checks;
    @Autowired Passwords people;
    @Autowired LedgerEntries entries;
    @Autowired TransactionTemplate transaction;
    @Autowired MessageSource messages;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothingIsUnderWay() {
        checks.running().ifPresent(check -> checks.breakOff(check.number()));
    }

    @Test
    void checksOnceHoweverOftenPressedAndRecordsWhatItFound() {
        String operation = "operation=" + UUID.randomUUID();
        String location = begin(operation);
        Check check = ended(number(location));
        assertThat(begin(operation)).isEqualTo(location);
        assertThat(checks.running()).isEmpty();

        Sealed.everything(jdbc);
        var entry = entries.find(Objects.requireNonNull(check.entry())).orElseThrow();
        assertThat(entry.kind()).isEqualTo("ledger.verified");
        assertThat(entry.number()).isGreaterThanOrEqualTo(check.size());
        assertThat(entry.details())
                .containsEntry("size", Long.toString(check.size()))
                .containsEntry("finding", check.state().code())
                .containsEntry("damages", Long.toString(check.damages()));
        assertThat(page(location)).contains(word("verifications.recorded"));
        assertThat(page(PATH)).contains(location);
        assertThat(page(PATH + ".csv"))
                .contains(word("verifications.state." + check.state().code()));
    }

    @Test
    void showsHowFarItIs() {
        long number = beginWithoutRunning();
        assertThat(checks.beat(number, 3)).isTrue();
        assertThat(page(PATH + "/" + number)).contains("<progress", "value=\"3\"", "<noscript>");
        assertThat(page(PATH)).contains("한 번에 하나만").doesNotContain("name=\"operation\"");
        var part = mvc.get().uri(PATH + "/" + number).header("HX-Request", "true");
        assertThat(part.with(as("auditor")))
                .bodyText()
                .contains("<div id=\"check\"", "hx-get=\"" + PATH + "/" + number + "\"")
                .doesNotContain("<html");
    }

    @Test
    void runsOneAtATime() {
        var begun =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::begun))
                        .limit(8)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(begun).extracting(Checks.Begun::number).containsOnly(begun.getFirst().number());
        assertThat(begun).filteredOn(Checks.Begun::fresh).hasSize(1);
        assertThat(begin("operation=" + UUID.randomUUID()))
                .isEqualTo(PATH + "/" + begun.getFirst().number());
    }

    @Test
    void beginsAnewWhereOneBrokeOff() {
        long gone = beginWithoutRunning();
        jdbc.sql(
                        "update ledger_check set beat_at = current_timestamp - interval '2' minute"
                                + " where number = ?")
                .param(gone)
                .update();
        assertThat(page(PATH + "/" + gone)).contains(word("verifications.state.broken"));
        assertThat(page(PATH)).contains("name=\"operation\"");
        long next = number(begin("operation=" + UUID.randomUUID()));
        assertThat(next).isGreaterThan(gone);
        ended(next);
        assertThat(find(gone).state()).isEqualTo(Check.State.BROKEN);
    }

    @Test
    void recordsNothingOfWhatWasGivenUp() throws SQLException {
        long number = beginWithoutRunning();
        checks.breakOff(number);
        assertThat(checks.beat(number, 5)).isFalse();
        checks.end(
                auditor(),
                number,
                LedgerVerification.check(TestDatabase.unguarded("portal"), null));
        assertThat(find(number).state()).isEqualTo(Check.State.BROKEN);
        assertThat(find(number).entry()).isNull();
    }

    @Test
    void tellsWhatWasAltered() {
        long number = beginWithoutRunning();
        var damage = new Damage(7L, Damage.Kind.REPLAY, "Entry 7 leaves m-X as\n<closed>\ta\tb.");
        checks.end(
                auditor(), number, new Report("test", 9, 0, null, List.of(damage), 1, List.of()));
        assertThat(page(PATH + "/" + number))
                .contains("Entry 7 leaves m-X as &lt;closed&gt; a b.", "바뀐 곳이 있음")
                .contains("표가 기록과 다름", "/office/ledger/entries/7\"", "제 7호")
                .doesNotContain(word("verifications.proves"));
    }

    @Test
    void knowsNoOther() {
        assertThat(mvc.get().uri(PATH + "/999999999").with(as("auditor"))).hasStatus(404);
        assertThat(mvc.get().uri(PATH + "/x").with(as("auditor"))).hasStatus4xxClientError();
    }

    @Test
    void asksNoMoreForALongerList() {
        checks.breakOff(beginWithoutRunning());
        statements();
        int few = statements();
        for (int i = 0; i < 5; i++) {
            checks.breakOff(beginWithoutRunning());
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(13);
    }

    /** Whatever a module replays, the page and the entry have a word for it. */
    @Test
    void hasAWordForEverything() {
        var keys = new ArrayList<String>();
        for (var one : Replays.all().results()) {
            String key = "ledger.detail." + one.name();
            keys.add(key);
            one.counts().keySet().forEach(state -> keys.add(key + "_" + state));
        }
        for (Damage.Kind kind : Damage.Kind.values()) {
            keys.add("ledger.value.damage." + kind.name().toLowerCase(Locale.ROOT));
        }
        assertThat(keys)
                .hasSizeGreaterThan(12)
                .allSatisfy(key -> {
                    assertThat(messages.getMessage(key, null, Locale.KOREAN)).isNotBlank();
                    assertThat(messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank();
                });
    }

    private int statements() {
        try (var statements = Statements.listen()) {
            page(PATH);
            return statements.heard().size();
        }
    }

    private String begin(String operation) {
        var answer = TestForm.post(mvc, PATH, "auditor", operation);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private Checks.Begun begun() {
        return Objects.requireNonNull(transaction.execute(status -> checks.begin(auditor())));
    }

    private long beginWithoutRunning() {
        var begun = begun();
        assertThat(begun.fresh()).isTrue();
        return begun.number();
    }

    private Actor auditor() {
        return new Actor(people.find("auditor").orElseThrow().account().ref(), Role.AUDITOR);
    }

    private Check ended(long number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !find(number).running());
        Check check = find(number);
        assertThat(check.state()).isIn(Check.State.SOUND, Check.State.ALTERED);
        assertThat(check.checked()).isEqualTo(check.size()).isPositive();
        return check;
    }

    private Check find(long number) {
        return checks.find(number).orElseThrow();
    }

    private static long number(String location) {
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private String page(String path) {
        var answer = mvc.get().uri(path).with(as("auditor")).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.KOREAN);
    }
}
