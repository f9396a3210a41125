package city.dure.intake;

import static city.dure.identity.TestSignIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.applications.TestApplications;
import city.dure.papers.EvilFiles;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class IntakePagesTests {
    private static final String OWNER = "citizen.lee";

    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;

    private final String number = TestApplications.number().written();

    @Test
    void takesAShopFromTheSearchToTheAnswers() throws IOException {
        String draft = begin(OWNER);
        assertThat(get(draft + "/shop", OWNER)).hasStatusOk().hasViewName("intake/shop");
        assertThat(post(draft + "/shop", OWNER, shop("한걸음 빵집"))).hasRedirectedUrl(draft + "/owner");
        assertThat(post(draft + "/owner", OWNER, owner())).hasRedirectedUrl(draft + "/papers");
        assertThat(upload(draft, "registration", EvilFiles.jpeg(100, 60), OWNER))
                .hasRedirectedUrl(draft + "/answers");
        assertThat(get(draft + "/answers", OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("한걸음 빵집", number, "NH농협은행", "신청서 내기");

        MvcTestResult sent = post(draft + "/submission", OWNER);
        String application = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(application).startsWith("/merchants/applications/a-");
        assertThat(post(draft + "/submission", OWNER))
                .as("pressed twice")
                .hasRedirectedUrl(application);
        assertThat(get(application, OWNER))
                .hasStatusOk()
                .bodyText()
                .contains("한걸음 빵집", "접수", "신청 거두기");
        assertThat(get(application, "citizen.park")).hasStatus(404);
        assertThat(get(draft + "/shop", OWNER)).as("the draft is gone").hasStatus(404);
    }

    @Test
    void keepsWhatIsWrongAndSaysSoAtTheField() {
        String draft = begin(OWNER);
        MvcTestResult wrong =
                post(
                        draft + "/shop",
                        OWNER,
                        "businessNumber=123-45-67890",
                        "name=아직 덜 쓴 가게",
                        "category=gambling",
                        "phone=call me");
        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "123-45-67890",
                        "아직 덜 쓴 가게",
                        "사업자등록번호가 맞지 않아요",
                        "이 업종은 가맹점이 될 수 없어요",
                        "가게 주소를 적어 주세요",
                        "010-1234-5678처럼");
        assertThat(get(draft + "/shop", OWNER)).bodyText().contains("아직 덜 쓴 가게");
        assertThat(get("/merchants/applications", OWNER)).bodyText().contains("아직 덜 쓴 가게");
        assertThat(post(draft + "/submission", OWNER))
                .hasStatus(422)
                .bodyText()
                .contains("가게 정보를 확인해 주세요");
    }

    @Test
    void leavesADraftWithoutChecking() {
        String draft = begin(OWNER);
        assertThat(post(draft + "/owner", OWNER, "ownerName=김", "later=yes"))
                .hasRedirectedUrl("/merchants/applications");
        assertThat(get(draft + "/owner", OWNER)).bodyText().contains("value=\"김\"");
    }

    @Test
    void keepsADraftSealedAndForItsAuthorAlone() {
        String draft = begin(OWNER);
        post(draft + "/owner", OWNER, "ownerName=카나리아 대표", "account=99-CANARY");
        for (String page : List.of("shop", "owner", "papers", "answers")) {
            assertThat(get(draft + "/" + page, "citizen.park")).hasStatus(404);
        }
        assertThat(post(draft + "/shop", "citizen.park", shop("훔친 가게"))).hasStatus(404);
        assertThat(post(draft + "/submission", "citizen.park")).hasStatus(404);
        jdbc.sql("select sealed from application_draft")
                .query(row -> {
                    assertThat(new String(row.getBytes(1))).doesNotContain("카나리아", "CANARY");
                });
    }

    @Test
    void refusesEvilFilesAndKeepsTheGoodOnes() throws IOException {
        String draft = begin(OWNER);
        var request =
                mvc.post()
                        .uri(draft + "/papers")
                        .param("operation", UUID.randomUUID().toString())
                        .multipart()
                        .file(EvilFiles.sent("registration", EvilFiles.jpeg(100, 60)))
                        .file(EvilFiles.sent("bankBook", "<html>not a picture</html>".getBytes()))
                        .file(EvilFiles.sent("licence", "\0\0\0\30ftypheic\0\0\0\0".getBytes()))
                        .file(EvilFiles.sent("shopFront", new byte[0]));
        assertThat(request.with(csrf()).with(as(OWNER)).exchange())
                .hasStatus(422)
                .bodyText()
                .contains("PDF 파일이 아니에요", "높은 호환성", "파일이 비어 있어요", "올린 서류");
        assertThat(get(draft + "/papers", OWNER)).bodyText().contains("papers/");
        assertThat(upload(draft, "bankBook", new byte[11 * 1024 * 1024], OWNER))
                .hasStatus(422)
                .bodyText()
                .contains("10 MB보다 커요");
    }

    @Test
    void showsPapersSoThatABrowserOnlyShowsThem() throws IOException {
        String draft = begin(OWNER);
        upload(draft, "registration", EvilFiles.png(100, 60), OWNER);
        String page = String.valueOf(body(get(draft + "/papers", OWNER)));
        String href = page.replaceAll("(?s).*src=\"([^\"]*papers/[^\"]*)\".*", "$1");
        assertThat(get(href, OWNER))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Content-Type", "image/jpeg");
        assertThat(get(href, "citizen.park")).hasStatus(404);
    }

    @Test
    void writesForAnOwnerAtTheCounter() throws IOException {
        String application = submit("desk.agent", "창구 빵집");
        String page = body(get(application, "desk.agent"));
        assertThat(page).contains("주인 연결 번호");
        String code = page.replaceAll("(?s).*du-code\">([A-Z0-9]{8})<.*", "$1");
        assertThat(post("/merchants/applications/join", "citizen.kim", "code=" + code))
                .hasStatus(422);
        assertThat(
                        post(
                                "/merchants/applications/join",
                                "citizen.kim",
                                "code=" + code,
                                "phone=010-2468-1357"))
                .hasRedirectedUrl(application);
        assertThat(get(application, "citizen.kim"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("du-code");
    }

    @Test
    void withdrawsOnceHoweverOftenPressed() throws IOException {
        String application = submit(OWNER, "거둘 빵집");
        String operation = "operation=" + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(post(application + "/withdrawal", OWNER, operation, "version=0"))
                    .hasRedirectedUrl(application);
        }
        assertThat(get(application, OWNER)).bodyText().contains("철회", "새로 신청하기");
        assertThat(post(application + "/withdrawal", OWNER, "version=0")).hasStatus(409);
    }

    @Test
    void answersAnEmptyFormWithAPage() throws IOException {
        String application = submit(OWNER, "빈 양식 빵집");
        assertThat(post(application + "/information", OWNER)).hasStatus(409);
        assertThat(post(application + "/objection", OWNER)).hasStatus(409);
        assertThat(post("/merchants/applications/join", OWNER)).hasStatus(422);
        String draft = begin(OWNER);
        assertThat(post(draft + "/shop", OWNER)).hasStatus(422);
        assertThat(post(draft + "/owner", OWNER)).hasStatus(422);
        assertThat(post(draft + "/papers", OWNER)).hasStatus(422);
        post(draft + "/removal", OWNER);
    }

    private String submit(String user, String name) throws IOException {
        String draft = begin(user);
        post(draft + "/shop", user, shop(name));
        post(draft + "/owner", user, owner());
        upload(draft, "registration", EvilFiles.jpeg(100, 60), user);
        return String.valueOf(post(draft + "/submission", user).getResponse().getRedirectedUrl());
    }

    private String begin(String user) {
        var begun = post("/merchants/applications/drafts", user, "operation=" + UUID.randomUUID());
        String place = String.valueOf(begun.getResponse().getRedirectedUrl());
        assertThat(place).endsWith("/shop");
        return place.replace("/shop", "");
    }

    private String[] shop(String name) {
        return new String[] {
            "businessNumber=" + number,
            "name=" + name,
            "category=bakery",
            "district=hosu",
            "roadAddress=한들시 호수로 12"
        };
    }

    private static String[] owner() {
        return new String[] {
            "ownerName=이도윤", "ownerPhone=010-2468-1357", "bank=011", "account=301-1234-5678-11"
        };
    }

    private MvcTestResult upload(String draft, String field, byte[] bytes, String user) {
        return mvc.post()
                .uri(draft + "/papers")
                .param("operation", UUID.randomUUID().toString())
                .multipart()
                .file(EvilFiles.sent(field, bytes))
                .with(csrf())
                .with(as(user))
                .exchange();
    }

    private MvcTestResult get(String path, String user) {
        return mvc.get().uri(path).with(as(user)).exchange();
    }

    private MvcTestResult post(String path, String user, String... fields) {
        return TestForm.post(mvc, path, user, fields);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
