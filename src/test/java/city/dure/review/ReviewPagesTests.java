package city.dure.review;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Statements;
import city.dure.TestForm;
import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.applications.TestApplications;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class ReviewPagesTests {
    private static final String FIRST = "officer.merchants";
    private static final String SECOND = "officer2.merchants";

    @Autowired MockMvcTester mvc;
    @Autowired Applications applications;
    @Autowired Passwords passwords;

    private final Actor owner = new Actor(new AccountId(UUID.randomUUID()).ref(), Role.CITIZEN);
    private final String name = "심사받을 빵집 " + TestApplications.unique();

    @Test
    void leadsFromTheQueueToAMerchant() {
        String page = submit();
        assertThat(body(get("/office/applications?q=" + name, FIRST))).contains(name, page);
        assertThat(body(get(page, FIRST))).contains("심사 시작").doesNotContain("승인하기");
        act(page, "review", FIRST);
        assertThat(body(get(page, FIRST))).contains("승인하기", "보완 요청", "반려");
        act(page, "information-request", FIRST, "wanted=bank-book", "wantedNote=통장이 흐려요");
        assertThat(body(get(page, FIRST))).contains("통장 사본", "통장이 흐려요");
        applications.giveInformation(
                owner, id(page), version(page), List.of(TestApplications.certificate()), "다시 찍음");
        act(page, "approval", FIRST);
        assertThat(body(get(page, FIRST))).contains("승인했습니다", "결정이 끝난 신청입니다");
        String merchant = String.valueOf(applications.own(owner, id(page)).summary().merchant());
        assertThat(body(get("/merchants/" + merchant, FIRST))).contains(name);
    }

    @Test
    void decidesAnObjectionWithAnotherOfficer() {
        String page = submit();
        act(page, "review", FIRST);
        act(page, "refusal", FIRST, "refusal=untrue", "refusalNote=주소가 달라요");
        applications.object(owner, id(page), version(page), "주소가 바뀌었어요");
        assertThat(body(get(page, FIRST))).contains("다른 담당자가 결정합니다").doesNotContain("결정하기");
        assertThat(post(page + "/objection-decision", FIRST, seen(page), "outcome=approval"))
                .hasStatus(409);
        assertThat(post(page + "/objection-decision", SECOND, seen(page), "outcome=refusal"))
                .as("a refusal needs its reason")
                .hasStatus(422);
        act(page, "objection-decision", SECOND, "outcome=refusal", "refusal=not-in-city");
        assertThat(body(get(page, SECOND))).contains("이의 신청을 받아들이지 않았습니다", "우리 시에 사업장이 없어요");
    }

    @Test
    void tellsTheSecondOfTwoOfficers() {
        String page = submit();
        String stale = seen(page);
        act(page, "review", FIRST);
        assertThat(post(page + "/review", SECOND, stale)).hasStatus(409);
        String seen = seen(page);
        String operation = "operation=" + UUID.randomUUID();
        assertThat(post(page + "/approval", FIRST, seen, operation)).hasRedirectedUrl(page);
        assertThat(post(page + "/approval", FIRST, seen, operation))
                .as("the same press again")
                .hasRedirectedUrl(page);
        var late = post(page + "/refusal", SECOND, seen, "refusal=untrue");
        assertThat(late).hasStatus(409);
        assertThat(late.getMvcResult().getResolvedException())
                .hasMessage("applications.changed.approved");
    }

    @Test
    void showsThePersonAfterAReasonOnly() {
        String page = submit();
        assertThat(body(get(page, FIRST)))
                .contains("카○○○", "서류 1장이 있습니다")
                .doesNotContain("카나리아", "010-2468-1357");
        assertThat(post(page + "/lookups", FIRST)).hasStatus(422).bodyText().contains("사유를 골라");
        act(page, "lookups", FIRST, "view=review");
        String open = body(get(page, FIRST));
        assertThat(open).contains("카나리아", "010-2468-1357", "301-9876-5432-11");
        String paper = open.replaceAll("(?s).*src=\"([^\"]*/papers/[^\"]*)\".*", "$1");
        assertThat(get(paper, FIRST)).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(get(paper, SECOND)).hasStatus(409);
        assertThat(body(get(page, SECOND))).doesNotContain("카나리아");
    }

    @Test
    void showsTheAccountAndItsWordsAfterAReasonOnly() {
        var lee =
                new Actor(
                        passwords.find("citizen.lee").orElseThrow().account().ref(), Role.CITIZEN);
        var id = applications.submit(lee, TestApplications.bakery(name));
        String page = "/office/applications/" + id.ref();
        act(page, lee, "review", FIRST);
        act(page, lee, "information-request", FIRST, "wanted=licence", "wantedNote=신고증이 없어요");
        applications.giveInformation(lee, id, version(lee, page), List.of(), "외조부 명의였어요");
        act(page, lee, "refusal", FIRST, "refusal=untrue");
        applications.object(lee, id, version(lee, page), "이혼 뒤에 주소를 옮겼어요");
        assertThat(body(get(page, FIRST)))
                .contains("신고증이 없어요", "이의를 신청했습니다", "쓴 글은 가려져")
                .doesNotContain("이도윤", "외조부", "이혼 뒤");
        act(page, lee, "lookups", FIRST, "view=objection");
        assertThat(body(get(page, FIRST)))
                .contains("이도윤", "외조부 명의였어요", "이혼 뒤에 주소를 옮겼어요")
                .doesNotContain("쓴 글은 가려져");
        assertThat(body(get(page, SECOND))).doesNotContain("이도윤", "외조부", "이혼 뒤");
    }

    @Test
    void showsTheJoiningCodeAfterAReasonOnly() {
        var account = passwords.find(SECOND).orElseThrow().account().ref();
        var writer = new Actor(account, Role.MERCHANT_OFFICER);
        var id = applications.submit(writer, TestApplications.bakery(name));
        String code = String.valueOf(applications.own(writer, id).joinCode());
        String page = "/office/applications/" + id.ref();
        assertThat(body(get(page, FIRST))).contains("아직 연결되지 않았습니다").doesNotContain(code);
        act(page, writer, "lookups", FIRST, "view=contact");
        assertThat(body(get(page, FIRST))).contains("아직 연결되지 않았습니다", code);
    }

    @Test
    void answersAnEmptyFormWithAPage() {
        String page = submit();
        for (String act : List.of("lookups", "information-request", "refusal")) {
            assertThat(post(page + "/" + act, FIRST)).as(act).hasStatus(422);
        }
        assertThat(post(page + "/objection-decision", FIRST)).hasStatus(422);
        for (String act : List.of("review", "approval")) {
            assertThat(post(page + "/" + act, FIRST)).as(act).hasStatus(409);
        }
        assertThat(post(page + "/information-request", FIRST, "wanted=x", "wantedNote=남긴 말"))
                .hasStatus(422);
    }

    @Test
    void handsTheListOutWithoutPersons() {
        submit();
        assertThat(body(get("/office/applications.csv?q=" + name, FIRST)))
                .startsWith("\uFEFF")
                .contains(name, "제과", "호수동", "접수")
                .doesNotContain("카나리아", "010-2468-1357");
        assertThat(get("/office/applications?state=nonsense&days=-4&after=x_y", FIRST))
                .hasStatusOk();
    }

    @Test
    void asksTheDatabaseAFixedNumberOfTimes() {
        String page = submit();
        statements("/office/applications?q=" + name);
        var few = statements("/office/applications?q=" + name);
        for (int i = 0; i < 12; i++) {
            submit();
        }
        assertThat(statements("/office/applications?q=" + name)).isEqualTo(few).hasSizeLessThan(12);
        assertThat(statements(page)).hasSizeLessThan(20);
    }

    private List<String> statements(String page) {
        try (var statements = Statements.listen()) {
            assertThat(get(page, FIRST)).hasStatusOk();
            assertThat(statements.heard()).isNotEmpty();
            return statements.heard();
        }
    }

    private String submit() {
        return "/office/applications/"
                + applications.submit(owner, TestApplications.bakery(name)).ref();
    }

    private void act(String page, String act, String user, String... fields) {
        act(page, owner, act, user, fields);
    }

    private void act(String page, Actor own, String act, String user, String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = "version=" + version(own, page);
        assertThat(post(page + "/" + act, user, all)).as(act).hasRedirectedUrl(page);
    }

    private String seen(String page) {
        return "version=" + version(page);
    }

    private int version(String page) {
        return version(owner, page);
    }

    private int version(Actor own, String page) {
        return applications.own(own, id(page)).summary().version();
    }

    private static ApplicationId id(String page) {
        return ApplicationId.valueOf(page.substring(page.lastIndexOf('/') + 1));
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace(" ", "%20")))
                .with(as(user))
                .exchange();
    }

    private MvcTestResult post(String path, String user, String... fields) {
        return TestForm.post(mvc, path, user, fields);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
