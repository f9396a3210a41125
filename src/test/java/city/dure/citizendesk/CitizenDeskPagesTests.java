package city.dure.citizendesk;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.cards.TestCards;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.consents.ConsentKind;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.personal.CardCode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A citizen waits, an agent finds them with a reason, and the citizen sees who looked. */
@PortalTest
class CitizenDeskPagesTests {
    private static final String AGENT = "desk.agent";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired AccessLog log;
    @Autowired TestCards cards;
    private Profile profile;
    private Citizen citizen;

    @BeforeEach
    void come() {
        profile = TestCitizens.someone();
        citizen = people.joined(profile);
    }

    @Test
    void leadsFromTheQueueToAProvenIdentity() {
        assertThat(mine("/me/verification/desk")).hasStatusOk();
        assertThat(post(TestCitizens.actor(citizen).ref(), "/me/verification/desk"))
                .hasRedirectedUrl("/me/verification/desk");
        assertThat(mine("/me/verification/desk")).bodyText().contains("대기 번호는");
        assertThat(post(TestCitizens.actor(citizen).ref(), "/me/verification/desk")).hasStatus(409);
        String path = path();
        assertThat(agent(path + "/identity", "version=1")).hasStatus(409);
        assertThat(agent(path + "/lookups", "reason=verification")).hasRedirectedUrl(path);
        assertThat(agent(path + "/identity", "version=9")).hasStatus(409);
        assertThat(agent(path + "/identity", "version=1")).hasRedirectedUrl(path);
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
        assertThat(mine("/me/verification/desk")).bodyText().contains("모두 확인했어요");
    }

    @Test
    void showsAPersonMaskedAndOneFieldInPlain() {
        assertThat(agent(path())).bodyText().doesNotContain(masked(), plain());
        agent(path() + "/lookups", "reason=request");
        assertThat(agent(path())).bodyText().contains(masked()).doesNotContain(plain());
        assertThat(agent(path() + "/reveals", "field=phone"))
                .hasStatusOk()
                .bodyText()
                .contains(Objects.requireNonNull(profile.phone()).plain())
                .doesNotContain(profile.name().plain());
        assertThat(agent(path())).bodyText().doesNotContain(profile.phone().plain());
    }

    /** What the citizen is told is what was shown, view for view. */
    @Test
    void tellsTheCitizenOfEachView() {
        agent(path() + "/lookups", "reason=payment");
        for (int i = 0; i < 3; i++) {
            agent(path());
        }
        agent(path() + "/reveals", "field=name");
        var records = log.about(List.of(citizen.id().ref()), null, 99).rows();
        assertThat(records)
                .extracting(Access::what)
                .containsExactlyInAnyOrder(
                        Access.What.VIEWED,
                        Access.What.VIEWED,
                        Access.What.VIEWED,
                        Access.What.VIEWED,
                        Access.What.REVEALED);
        assertThat(mine("/me/views"))
                .bodyText()
                .contains("오미르", "결제나 잔액 문의", "가리지 않고 봄")
                .doesNotContain("request");
        Citizen other = people.joined(TestCitizens.someone());
        assertThat(
                        mvc.get()
                                .uri("/me/views")
                                .with(TestSignIn.as(account(TestCitizens.actor(other).ref())))
                                .exchange())
                .bodyText()
                .contains("아직 내 정보를 본 사람이 없어요");
    }

    @Test
    void findsByWhatIsExactlySaidAndTellsWhatIsMissing() {
        assertThat(search("name=" + plain())).hasStatus(422).bodyText().contains("조회 사유를 골라");
        assertThat(search("reason=request", "name=" + plain()))
                .hasStatus(422)
                .bodyText()
                .contains("이름과 함께");
        assertThat(search("reason=request", "name=" + plain(), "birth=1985-03-07"))
                .hasStatusOk()
                .bodyText()
                .contains("찾은 사람 1명", path())
                .doesNotContain(masked());
        assertThat(search("reason=request", "name=" + plain(), "birth=1985-03-08"))
                .bodyText()
                .contains("꼭 맞는 사람이 없습니다");
        assertThat(search("reason=request", "phone=12345")).hasStatus(422);
    }

    @Test
    void findsWhoseACardIs() {
        String card = "card=" + cards.active(citizen.id()).plain();
        assertThat(search("reason=request", card)).hasStatusOk().bodyText().contains(path());
        assertThat(search("reason=request", "card=9410-1234-5678-9012"))
                .hasStatus(422)
                .bodyText()
                .contains("16자리 숫자를 그대로");
        assertThat(search("reason=request", "card=" + CardCode.random().plain()))
                .hasStatusOk()
                .bodyText()
                .contains("꼭 맞는 사람이 없습니다");
        assertThat(mine("/me/views"))
                .bodyText()
                .contains("선불카드 번호")
                .doesNotContain(card.substring(5));
    }

    @Test
    void letsOfficialsProveNobodyButAtTheDesk() {
        for (String who : List.of("officer.fraud", "officer.programs")) {
            TestForm.post(mvc, path() + "/lookups", who, "reason=investigation");
            assertThat(TestForm.post(mvc, path() + "/identity", who, "version=1")).hasStatus(403);
        }
        assertThat(TestForm.post(mvc, path() + "/lookups", "officer.merchants", "reason=request"))
                .hasStatus(403);
        assertThat(citizens.get(citizen.id()).level()).isZero();
    }

    @Test
    void endsTheWaitOfWhoIsNotThere() {
        String account = TestCitizens.actor(citizen).ref();
        post(account, "/me/verification/desk");
        assertThat(agent("/desk/citizens")).bodyText().contains(path() + "/absence");
        assertThat(agent(path() + "/absence", "a=b")).hasRedirectedUrl("/desk/citizens");
        assertThat(agent("/desk/citizens")).bodyText().doesNotContain(path());
        assertThat(post(account, "/me/verification/desk")).hasStatus(302);
        assertThat(agent("/desk/citizens")).bodyText().contains(path());
    }

    @Test
    void checksNobodyWhoTookTheConsentBack() {
        people.disagree(TestCitizens.actor(citizen), ConsentKind.COLLECTION);
        assertThat(post(TestCitizens.actor(citizen).ref(), "/me/verification/desk")).hasStatus(409);
        agent(path() + "/lookups", "reason=verification");
        assertThat(agent(path() + "/identity", "version=1")).hasStatus(409);
        assertThat(citizens.get(citizen.id()).level()).isZero();
    }

    @Test
    void correctsEvenWhatWasProvenByAPaper() {
        assertThat(agent(path() + "/correction")).hasStatus(409);
        agent(path() + "/lookups", "reason=verification");
        agent(path() + "/identity", "version=1");
        String version = "version=" + citizens.get(citizen.id()).version();
        assertThat(correct(version)).hasStatus(422).bodyText().contains("바꿀 것을 적어");
        assertThat(correct(version, "birth=2025-01-01")).hasStatus(422).bodyText().contains("14세");
        assertThat(correct(version, "district=hosu", "since=2999-01-01")).hasStatus(422);
        assertThat(correct("version=1", "name=새이름")).hasStatus(409);
        assertThat(correct(version, "name=새이름", "district=deulkkot", "since=2019-01-02"))
                .hasRedirectedUrl(path());
        assertThat(citizens.profile(citizen.id()).orElseThrow().name().plain()).isEqualTo("새이름");
        assertThat(citizens.residences(citizen.id()))
                .singleElement()
                .satisfies(lived -> assertThat(lived.district()).isEqualTo("deulkkot"));
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
        assertThat(mine("/me/notices")).bodyText().contains("창구에서 내 정보를 바로잡았어요");
    }

    private MvcTestResult correct(String... fields) {
        return TestForm.post(mvc, path() + "/correction", AGENT, fields);
    }

    @Test
    void tellsTheCitizenWhoFoundThem() {
        search("reason=payment", "name=" + plain(), "birth=1985-03-07");
        assertThat(mine("/me/views")).bodyText().contains("찾음", "결제나 잔액 문의");
    }

    private String path() {
        return "/desk/citizens/" + citizen.id();
    }

    private String plain() {
        return profile.name().plain();
    }

    private String masked() {
        return profile.name().masked();
    }

    private MvcTestResult mine(String path) {
        var account = account(TestCitizens.actor(citizen).ref());
        return mvc.get().uri(path).with(TestSignIn.as(account)).exchange();
    }

    private MvcTestResult post(String account, String path) {
        return TestForm.post(mvc, path, account(account));
    }

    private MvcTestResult agent(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AGENT)).exchange();
    }

    private MvcTestResult agent(String path, String field) {
        return TestForm.post(mvc, path, AGENT, field);
    }

    private MvcTestResult search(String... fields) {
        return TestForm.post(mvc, "/desk/citizens", AGENT, fields);
    }

    private static AccountId account(String ref) {
        return AccountId.valueOf(ref);
    }
}
