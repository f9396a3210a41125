package city.dure.citizendesk;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.identity.TestSignIn;
import city.dure.personal.PersonName;
import city.dure.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** The desk proves and corrects what it saw, and nothing that was changed since. */
@PortalTest
class SeenDataTests {
    private static final String AGENT = "desk.agent";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired TransactionOperations transaction;
    private Citizen citizen;

    @BeforeEach
    void come() {
        citizen = people.joined(TestCitizens.someone());
    }

    @Test
    void provesNothingThatChangedAfterItWasOpened() {
        open();
        changeOwnName("바꾼이름");
        assertThat(post("/reveals", "field=birth"))
                .bodyText()
                .contains("지금 정보로 다시 열기")
                .doesNotContain("/identity", "/correction");
        for (String version : new String[] {"version=1", "version=2"}) {
            var answer = post("/identity", version);
            assertThat(answer).hasStatus(409);
            assertThat(answer.getMvcResult().getResolvedException()).hasMessage("lookups.changed");
        }
        assertThat(citizens.get(citizen.id()).level()).isZero();
        open();
        assertThat(page()).bodyText().contains("/identity").doesNotContain("지금 정보로 다시 열기");
        assertThat(post("/identity", "version=2")).hasStatus(302);
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
    }

    @Test
    void provesWhatTheSameOfficialCorrected() {
        open();
        assertThat(correct("version=1", "name=새이름")).hasStatus(302);
        assertThat(page()).bodyText().contains("/identity");
        assertThat(post("/identity", "version=2")).hasStatus(302);
        assertThat(correct("version=3", "name=또새이름")).hasStatus(302);
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
    }

    @Test
    void correctsNothingThatChangedAfterItWasOpenedAndKeepsWhatWasTyped() {
        open();
        changeOwnName("바꾼이름");
        for (String version : new String[] {"version=1", "version=2"}) {
            assertThat(correct(version, "name=새이름"))
                    .hasStatus(409)
                    .bodyText()
                    .contains("새이름", "value=\"2\"", "시민 다시 열기")
                    .doesNotContain("바꾼이름");
        }
        assertThat(name()).isEqualTo("바꾼이름");
        open();
        assertThat(correct("version=2", "name=새이름")).hasStatus(302);
        assertThat(name()).isEqualTo("새이름");
    }

    /** Who sees a name masked cannot tell that it is right already. */
    @Test
    void changesNothingThatIsKeptLikeThisAlready() {
        open();
        String same = "name=" + name();
        for (int i = 0; i < 2; i++) {
            assertThat(correct("version=1", same)).hasStatus(302);
        }
        assertThat(citizens.get(citizen.id()).version()).isEqualTo(1);
        assertThat(correct("version=1", same).getMvcResult().getFlashMap().get("flash"))
                .isEqualTo(Flash.info("citizendesk.corrected.nothing"));
        assertThat(correct("version=1", "name=새이름")).hasStatus(302);
    }

    @Test
    void keepsWhatWasTypedWhenTheTimeIsOver() {
        assertThat(correct("version=1", "name=새이름", "since=2999-01-01"))
                .hasStatus(409)
                .bodyText()
                .contains("조회 시간이 지났습니다", "새이름", "2999-01-01", "시민 다시 열기");
    }

    /** The day of birth itself no refused date gives away: it takes a reveal that is recorded. */
    @ParameterizedTest
    @CsvSource({
        "'',1984-12-31,태어나기 전",
        "'',-99999-01-01,태어나기 전",
        "1990-05-05,1990-05-04,태어나기 전",
        "'',+99999-01-01,오늘까지의 날짜",
        "'',2020-02-30,오늘까지의 날짜"
    })
    void takesNoDayBeforeTheBirth(String birth, String since, String sentence) {
        open();
        assertThat(correct("version=1", "birth=" + birth, "district=narae", "since=" + since))
                .hasStatus(422)
                .bodyText()
                .contains(sentence, "value=\"" + since + "\"");
        assertThat(correct("version=1", "district=narae", "since=1985-01-01")).hasStatus(302);
    }

    private void open() {
        assertThat(post("/lookups", "reason=verification")).hasStatus(302);
    }

    private void changeOwnName(String name) {
        var before = citizens.profile(citizen.id()).orElseThrow();
        var after =
                new Profile(
                        new PersonName(name),
                        before.birth(),
                        before.email(),
                        before.phone(),
                        before.address());
        var own = TestCitizens.actor(citizen);
        transaction.executeWithoutResult(
                status -> citizens.correct(own, citizen.id(), 1, after, false));
    }

    private String name() {
        return citizens.profile(citizen.id()).orElseThrow().name().plain();
    }

    private MvcTestResult page() {
        return mvc.get().uri(path("")).with(TestSignIn.as(AGENT)).exchange();
    }

    private MvcTestResult correct(String... fields) {
        return TestForm.post(mvc, path("/correction"), AGENT, fields);
    }

    private MvcTestResult post(String below, String field) {
        return TestForm.post(mvc, path(below), AGENT, field);
    }

    private String path(String below) {
        return "/desk/citizens/" + citizen.id() + below;
    }
}
