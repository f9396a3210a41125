package city.dure.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.audit.SubjectNames;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.personal.Phone;
import city.dure.residentlists.ListsOfResidents;
import city.dure.shared.Actor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** A member turns out to be whom a list of residents names, on the pages of both. */
@PortalTest
class MatchingTests {
    private static final String AGENT = "desk.agent";

    @Autowired TestCitizens people;
    @Autowired ListsOfResidents lists;
    @Autowired Citizens citizens;
    @Autowired Codes codes;
    @Autowired LedgerEntries entries;
    @Autowired MockMvcTester mvc;
    @Autowired List<SubjectNames> names;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;

    private final Profile person = TestCitizens.someone();
    private final Phone phone = Objects.requireNonNull(person.phone());
    private Citizen member;
    private Actor actor;
    private AccountId account;

    @BeforeEach
    void join() {
        member = people.joined(person);
        actor = TestCitizens.actor(member);
        account = AccountId.valueOf(actor.ref());
    }

    @Test
    void goesByTheIdOfTheListOnceThePhoneIsProven() {
        lists.name(person, "dure");
        CitizenId listed = listed();
        provePhone();
        Citizen now = citizens.of(actor).orElseThrow();
        assertThat(now.id()).isEqualTo(listed);
        assertThat(now.listed()).isTrue();
        assertThat(now.level()).isEqualTo(2);
        assertThat(now.district()).isEqualTo("dure");
        assertThat(citizens.find(phone)).extracting(Citizen::id).containsExactly(listed);
        assertThat(citizens.profile(listed)).contains(person);
        assertThat(citizens.profile(member.id())).isEmpty();
        Sealed.everything(jdbc);
        assertThat(entries.about(listed.ref(), true, null, 9).rows())
                .extracting(entry -> entry.kind())
                .containsExactly("citizen.matched", "citizen.listed");
    }

    @Test
    void keepsWhoLookedAndTheNumberAtTheDesk() {
        lists.name(person, "dure");
        String former = "/desk/citizens/" + member.id();
        assertThat(agent(former + "/lookups", "reason=payment")).hasRedirectedUrl(former);
        agent(former);
        assertThat(mine("/me/verification/desk", true)).hasStatus(302);
        provePhone();
        assertThat(mine("/me/views", false)).bodyText().contains("오미르", "결제나 잔액 문의");
        assertThat(mine("/me/verification/desk", false)).bodyText().contains("대기 번호는");
        assertThat(mine("/me/verification/desk", true)).hasStatus(409);
        String now = "/desk/citizens/" + citizens.of(actor).orElseThrow().id();
        assertThat(agent("/desk/citizens")).bodyText().contains(now).doesNotContain(former);
        assertThat(agent(now + "/lookups", "reason=verification")).hasRedirectedUrl(now);
        int version = citizens.of(actor).orElseThrow().version();
        assertThat(agent(now + "/identity", "version=" + version)).hasStatus(302);
        assertThat(mine("/me/verification/desk", false)).bodyText().contains("모두 확인했어요");
    }

    @Test
    void goesByTheIdOfTheListOnceTheIdentityIsProvenAtTheDesk() {
        lists.name(without(), "dure");
        CitizenId listed = listed();
        provePhone();
        assertThat(citizens.of(actor).orElseThrow().id()).isEqualTo(member.id());
        String path = "/desk/citizens/" + member.id();
        agent(path + "/lookups", "reason=verification");
        int version = citizens.get(member.id()).version();
        assertThat(agent(path + "/identity", "version=" + version))
                .hasRedirectedUrl("/desk/citizens");
        assertThat(citizens.of(actor).orElseThrow().id()).isEqualTo(listed);
        assertThat(citizens.get(listed).level()).isEqualTo(3);
        assertThat(citizens.profile(listed)).contains(person);
    }

    /** Whose identity is proven is named by a list that comes later, without another id. */
    @Test
    void isNamedByALaterList() {
        provePhone();
        lists.name(person, "dure");
        Citizen now = citizens.of(actor).orElseThrow();
        assertThat(now.id()).isEqualTo(member.id());
        assertThat(now.listed()).isTrue();
        assertThat(now.district()).isEqualTo("dure");
        assertThat(citizens.find(person.name(), person.birth())).hasSize(1);
    }

    /** Else the next list would give them what the city grants whom they call themselves. */
    @Test
    void keepsTheNameByWhichTheListKnowsThem() {
        lists.name(person, "dure");
        provePhone();
        Citizen now = citizens.of(actor).orElseThrow();
        assertThat(now.provenAt()).isNull();
        assertThatThrownBy(() -> correct(now, TestCitizens.someone()))
                .hasMessage("citizens.proven");
        var moved = new Profile(person.name(), person.birth(), null, phone, null);
        correct(now, moved);
        assertThat(citizens.profile(now.id())).contains(moved);
    }

    @Test
    void isTheirOwnUnderTheIdBefore() {
        lists.name(person, "dure");
        provePhone();
        assertThat(concerns(actor, member.id())).isTrue();
        assertThat(concerns(actor, listed())).isTrue();
        Citizen other = people.joined(TestCitizens.someone());
        assertThat(concerns(TestCitizens.actor(other), member.id())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2019-01-02, hosu", "'', hosu", "2024-05-06, dure"})
    void livesWhereTheLastHomeBegan(String listed, String lives) {
        lists.name(person, "dure", listed);
        provePhone();
        Citizen now = citizens.of(actor).orElseThrow();
        assertThat(now.listed()).isTrue();
        assertThat(now.district()).isEqualTo(lives);
        assertThat(citizens.residences(now.id()).getFirst().district()).isEqualTo(lives);
    }

    @Test
    void livesWhereTheyToldWhateverListsWithoutDaysSay() {
        lists.name(person, "narae", "");
        lists.name(person, "dure", "");
        provePhone();
        assertThat(citizens.of(actor).orElseThrow().district()).isEqualTo("hosu");
    }

    @Test
    void livesWhereAListWithADaySaysAgainstOneWithout() {
        lists.name(person, "narae", "");
        lists.name(person, "dure", "2024-05-06");
        assertThat(citizens.get(listed()).district()).isEqualTo("dure");
        lists.name(person, "narae", "2024-05-05");
        assertThat(citizens.get(listed()).district()).isEqualTo("dure");
    }

    @Test
    void isNobodyOnAListThatNamesAnotherPhone() {
        var other = new Profile(person.name(), person.birth(), null, TestCitizens.phone(), null);
        lists.name(other, "dure");
        provePhone();
        assertThat(citizens.of(actor).orElseThrow().id()).isEqualTo(member.id());
        assertThat(citizens.of(actor).orElseThrow().listed()).isFalse();
    }

    private boolean concerns(Actor who, CitizenId whom) {
        return names.stream()
                .filter(each -> each.prefix().equals(CitizenId.PREFIX))
                .anyMatch(each -> each.concerns(who, whom.ref()));
    }

    private void correct(Citizen now, Profile profile) {
        transaction.executeWithoutResult(
                status -> citizens.correct(actor, now.id(), now.version(), profile, false));
    }

    private void provePhone() {
        String code =
                transaction.execute(
                        status -> codes.mint(member.id(), Channel.PHONE, phone.plain()));
        assertThat(TestForm.post(mvc, "/me/verification/phone", account, "code=" + code))
                .hasStatus(302);
        assertThat(citizens.of(actor).orElseThrow().level()).isEqualTo(2);
    }

    private CitizenId listed() {
        return citizens.find(person.name(), person.birth()).stream()
                .filter(Citizen::listed)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Profile without() {
        return new Profile(person.name(), person.birth(), null, null, null);
    }

    private MvcTestResult mine(String path, boolean post) {
        return post
                ? TestForm.post(mvc, path, account)
                : mvc.get().uri(path).with(TestSignIn.as(account)).exchange();
    }

    private MvcTestResult agent(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AGENT)).exchange();
    }

    private MvcTestResult agent(String path, String field) {
        return TestForm.post(mvc, path, AGENT, field);
    }
}
