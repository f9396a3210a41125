package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.RealPortal;
import city.dure.districts.TestOutlines;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's script of a new city, from {@code init} to its first found shop. */
class NewCityTests extends BrowserTest {
    private static final String PASSWORD = "달빛 아래 두레 우물 하나둘";

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final Path OUTLINES = DATA.resolve("maps/goyang-dong-2021.geojson");
    private static final Path LIST = DATA.resolve("merchants/goyang-licensed-businesses.csv");

    @Test
    void opensFromNothing(@TempDir Path home) {
        String list =
                String.join(
                        "\r\n",
                        List.of(
                                "업종,사업장명,영업상태명,전화번호,도로명전체주소,위도,경도",
                                "제과점영업,첫빵집,영업,031-000-0001,새벽시 새벽로 1,37.65,126.83",
                                "안경업,첫안경,영업,031-000-0002,새벽시 새벽로 2,37.66,126.94"));
        opens(
                home,
                TestOutlines.squares("달마을동", "별마을동"),
                list.getBytes(StandardCharsets.UTF_8),
                "첫빵집");
    }

    @Test
    void opensWithTheRealOutlinesAndListOfGoyang(@TempDir Path home) throws IOException {
        Assumptions.assumeTrue(
                Files.isReadable(OUTLINES) && Files.isReadable(LIST),
                "no real outlines and list under " + DATA + ": only invented ones");
        opens(home, Files.readAllBytes(OUTLINES), Files.readAllBytes(LIST), "힐링동전노래연습장");
    }

    /** With the shop that citizens find at last. */
    private void opens(Path home, byte[] outlines, byte[] list, String shop) {
        int port = freePort();
        try (var portal = new RealPortal(home, port)) {
            var made = portal.init("--name", "새벽시", "--currency", "새벽페이");
            assertThat(made.code()).isZero();
            assertThat(made.text()).contains("entry 0");
            assertThat(made.links()).hasSize(2);
            assertThat(portal.init().code()).isEqualTo(1);

            assertThat(portal.start()).doesNotContain("demo");
            String address = "http://localhost:" + port;
            try (Visitor first = visitorAt(address);
                    Visitor second = visitorAt(address);
                    Visitor officer = visitorAt(address);
                    Visitor citizen = visitorAt(address)) {
                enterByPasskey(first, made.links().getFirst());
                enterByPassword(second, made.links().getLast(), "admin.second");
                isClosed(second, made.links().getFirst());
                sets(first, outlines);
                String link = invites(first);
                approves(second);
                enterByPassword(officer, link, "merchants.first");
                takesOver(officer, list);
                finds(citizen, shop);
            }
        }
    }

    private static void enterByPasskey(Visitor person, String link) {
        device(person.page());
        person.page().navigate(link);
        person.write("이름", "권새벽");
        person.press("패스키 만들기");
        person.sees("이제 로그인할 수 있습니다");
        person.follow("로그인하기");
        person.press("패스키로 로그인");
        person.sees("시를 여는 순서");
    }

    private static void enterByPassword(Visitor person, String link, String username) {
        person.page().navigate(link);
        person.write("이름", "남아침");
        person.write("아이디", username);
        person.write("비밀번호", "short");
        person.press("비밀번호 정하기");
        person.sees("비밀번호는 15자 이상이어야 합니다.");
        person.page().locator("input[name=password]").fill(PASSWORD);
        person.page().locator("input[name=again]").fill(PASSWORD);
        person.press("비밀번호 정하기");
        person.sees("이제 로그인할 수 있습니다");
        person.follow("로그인하기");
        person.page().locator("input[name=username]").fill(username);
        person.page().locator("input[name=password]").fill(PASSWORD);
        person.press("로그인");
        person.sees("업무 홈");
        person.expectComplaint("status of 422");
    }

    private static void isClosed(Visitor person, String link) {
        person.page().navigate(link);
        person.sees("이미 쓴 링크입니다");
        person.expectComplaint("status of 410");
        person.open("/office");
    }

    private static void sets(Visitor admin, byte[] outlines) {
        admin.open("/merchants/map");
        assertThat(admin.page().locator("a[href='/office#districts']").count()).isEqualTo(1);
        admin.open("/merchants");
        admin.page().locator("#results a[href='/office#list']").click();
        admin.sees("시를 여는 순서");
        admin.follow("이름 확인하기");
        admin.press("저장");
        admin.sees("저장했습니다.");
        admin.open("/office");
        admin.follow("그림 올리기");
        attach(
                admin,
                "상징 그림 파일",
                "emblem.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script>"
                        + "<circle cx='4' cy='4' r='4' fill='#0b50d0'/></svg>");
        admin.press("이 그림 쓰기");
        admin.sees("1곳은 빼고 저장했으니");
        admin.open("/office");
        admin.follow("경계 올리기");
        admin.follow("경계 파일 올리기");
        attach(admin, "동네 경계 파일", "dong.geojson", outlines);
        admin.press("파일 살펴보기");
        admin.press("바뀌는 것 보기");
        admin.press("적용하기");
        admin.sees("동네");
        admin.page().waitForURL("**/office/city/districts");
        admin.open("/office");
        admin.follow("업종 정하기");
        admin.press("보통 쓰는 업종으로 시작하기");
        admin.sees("보통 쓰는 업종으로 시작했습니다.");
        admin.open("/office");
        admin.follow("공휴일 올리기");
        attach(
                admin,
                "공휴일 목록 파일",
                "holidays.csv",
                "Start date,Subject\r\n2026-12-25,성탄절\r\n2026-12-25,성탄절\r\n2027-01-01,1월 1일\r\n");
        admin.press("파일 살펴보기");
        admin.sees("1줄은 이미 나온 날이라 한 번만 셉니다");
        admin.press("이대로 바꾸기");
        admin.sees("더한 날 2일, 뺀 날 0일");
    }

    private static String invites(Visitor admin) {
        admin.open("/office");
        admin.follow("직원 초대하기");
        admin.write("이름", "서새봄");
        admin.write("직원번호", "20260001");
        admin.choose("역할", "가맹점 담당자");
        admin.press("초대 링크 만들기");
        admin.sees("이 링크는 지금 한 번만 보입니다");
        return admin.page().locator(".du-link-once").innerText();
    }

    private static void approves(Visitor admin) {
        admin.open("/office/staff");
        admin.follow("서새봄");
        admin.press("승인");
        admin.sees("역할을 승인했습니다");
    }

    private static void takesOver(Visitor officer, byte[] list) {
        officer.follow("목록 올리기");
        officer.follow("새 목록 올리기");
        attach(officer, "CSV 또는 JSON 파일", "list.csv", list);
        officer.press("파일 살펴보기");
        officer.write("이 목록의 이름", "인허가 업소");
        officer.press("미리 계산");
        officer.sees("미리 계산이 끝났습니다");
        officer.pressLike("건 올리기$");
        officer.sees("끝까지 올렸습니다");
    }

    private static void finds(Visitor citizen, String shop) {
        citizen.open("/");
        citizen.sees("새벽시 지역화폐 새벽페이");
        citizen.write("가맹점 찾기", shop);
        citizen.press("찾기");
        citizen.page().waitForURL("**/merchants?**");
        citizen.sees(shop);
        citizen.follow("지도로 보기");
        citizen.page().locator(".leaflet-container canvas").first().waitFor();
        citizen.sees(shop);
    }

    private static void attach(Visitor person, String label, String name, String text) {
        attach(person, label, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void attach(Visitor person, String label, String name, byte[] content) {
        person.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first()
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    /** A device that makes passkeys without asking, as a phone does after a look at its owner. */
    private static void device(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
