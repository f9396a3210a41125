package city.dure.membership;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.TestCitizens;
import city.dure.consents.ConsentKind;
import city.dure.consents.Consents;
import city.dure.consents.TestConsents;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody joins, proves who they are, and looks after what is kept of them. */
@PortalTest
class MembershipPagesTests {
    private static final List<String> PERSON =
            List.of(
                    "name=나래 카나리아",
                    "birth=1985-03-07",
                    "email=canary@example.kr",
                    "phone=",
                    "district=hosu",
                    "since=2020-03-01",
                    "address=");

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestConsents asked;
    @Autowired Consents consents;
    @Autowired Citizens citizens;
    private Actor actor;

    @BeforeEach
    void come() {
        asked.ask();
        actor = people.newcomer();
    }

    @Test
    void leadsFromConsentOverThePersonToTheProof() {
        assertThat(get("/me/join/person")).hasRedirectedUrl("/me/join");
        assertThat(agree(ConsentKind.COLLECTION)).hasRedirectedUrl("/me/join/person");
        assertThat(join(List.of())).hasRedirectedUrl("/me/verification");
        assertThat(get("/me/verification")).hasStatusOk().bodyText().contains("c***@example.kr");
        assertThat(get("/me/profile")).hasStatusOk().bodyText().contains("canary@example.kr");
        assertThat(get("/me/join")).hasRedirectedUrl("/me/verification");
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isFalse();
    }

    @Test
    void asksForWhatIsRequiredAndNothingElse() {
        assertThat(agree(ConsentKind.NEWS)).hasStatus(422).bodyText().contains("꼭 필요해요");
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isFalse();
        assertThat(post("/me/join", "agreed=collection:999"))
                .hasStatus(422)
                .bodyText()
                .contains("읽는 사이에 내용이 바뀌었어요");
    }

    @ParameterizedTest
    @CsvSource({
        "name,'',이름을 적어 주세요",
        "name,<b>,글자만",
        "birth,'',생년월일을 골라",
        "birth,1897-05-06,연도를 다시",
        "birth,2999-01-01,연도를 다시",
        "birth,2020-01-01,만 14세부터",
        "email,x,맞는지 확인",
        "phone,02-123-4567,맞는지 확인",
        "district,atlantis,동네를 골라",
        "since,2999-01-01,앞으로 올 날",
        "since,1980-01-01,너무 일러요"
    })
    void saysAtTheFieldWhatIsWrongAndKeepsTheRest(String field, String value, String sentence) {
        agree(ConsentKind.COLLECTION);
        assertThat(join(List.of(field + "=" + value)))
                .hasStatus(422)
                .bodyText()
                .contains(sentence)
                .contains(field.equals("name") ? "1985-03-07" : "나래 카나리아");
        assertThat(citizens.of(actor)).isEmpty();
    }

    @Test
    void saysHowOftenACodeMayBeWrong() {
        Actor member = TestCitizens.actor(people.joined(TestCitizens.someone()));
        actor = member;
        assertThat(post("/me/verification/email/codes")).hasRedirectedUrl("/me/verification");
        for (int i = 0; i < 4; i++) {
            assertThat(post("/me/verification/email", "code=x"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("번호가 달라요");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(post("/me/verification/email", "code=x"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("다섯 번 틀려서");
        }
    }

    @Test
    void givesAndTakesBackAConsentWithOnePress() {
        agree(ConsentKind.COLLECTION);
        int version = consents.versions(ConsentKind.NEWS).size();
        assertThat(post("/me/consents/news", "version=" + version))
                .hasRedirectedUrl("/me/consents");
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isTrue();
        assertThat(post("/me/consents/news/withdrawal")).hasRedirectedUrl("/me/consents");
        assertThat(consents.agrees(actor.ref(), ConsentKind.NEWS)).isFalse();
        assertThat(get("/me/consents")).bodyText().contains("거두었어요");
    }

    @Test
    void asksAgainOnceTheWordsHaveChanged() {
        int version = consents.versions(ConsentKind.PROVISION).size();
        post("/me/consents/provision", "version=" + version);
        asked.askAnew(ConsentKind.PROVISION);
        assertThat(get("/me/consents")).bodyText().contains("읽고 다시 정해 주세요");
        assertThat(post("/me/consents/provision", "version=" + version)).hasStatus(409);
        assertThat(post("/me/consents/provision", "version=" + (version + 1)))
                .hasRedirectedUrl("/me/consents");
        assertThat(get("/me/consents")).bodyText().doesNotContain("읽고 다시 정해 주세요");
    }

    @Test
    void putsACorrectionBesideWhatWasStoredMeanwhile() {
        Citizen member = people.joined(TestCitizens.someone());
        actor = TestCitizens.actor(member);
        assertThat(correct("version=1", "address=한들시 물빛로 1")).hasRedirectedUrl("/me/profile");
        assertThat(correct("version=1", "address=한들시 물빛로 2"))
                .hasStatus(409)
                .bodyText()
                .contains("한들시 물빛로 1", "한들시 물빛로 2");
        assertThat(correct("version=2", "name=")).hasStatus(422);
    }

    @Test
    void notesAMoveFromALaterDayOnly() {
        actor = TestCitizens.actor(people.joined(TestCitizens.someone()));
        String path = "/me/profile/district";
        assertThat(post(path, "version=1", "district=hosu", "since=2024-01-01")).hasStatus(422);
        assertThat(post(path, "version=1", "district=narae", "since=2020-03-01")).hasStatus(422);
        assertThat(post(path, "version=1", "district=narae", "since=2024-01-01"))
                .hasRedirectedUrl("/me/profile");
        assertThat(get("/me/profile")).bodyText().contains("나래동");
    }

    @Test
    void putsAMoveBesideWhatWasStoredMeanwhile() {
        actor = TestCitizens.actor(people.joined(TestCitizens.someone()));
        String path = "/me/profile/district";
        post(path, "version=1", "district=narae", "since=2024-01-01");
        assertThat(post(path, "version=1", "district=dure", "since=2024-02-03"))
                .hasStatus(409)
                .bodyText()
                .contains("2024-01-01", "2024-02-03");
        assertThat(post(path, "version=2", "district=dure", "since=2024-02-03"))
                .hasRedirectedUrl("/me/profile");
    }

    private MvcTestResult correct(String... fields) {
        var sent = new ArrayList<>(PERSON.subList(0, 4));
        sent.addAll(List.of(fields));
        return post("/me/profile", sent.toArray(String[]::new));
    }

    private MvcTestResult join(List<String> other) {
        var sent = new ArrayList<>(PERSON);
        sent.addAll(other);
        return post("/me/join/person", sent.toArray(String[]::new));
    }

    private MvcTestResult agree(ConsentKind kind) {
        return post("/me/join", "agreed=" + kind.code() + ":" + consents.versions(kind).size());
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AccountId.valueOf(actor.ref()))).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        return TestForm.post(mvc, path, AccountId.valueOf(actor.ref()), fields);
    }
}
