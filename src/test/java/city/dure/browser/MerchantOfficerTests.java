package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's ten-minute script of the merchant officer, word for word. */
class MerchantOfficerTests extends BrowserTest {
    private static final Path GOYANG =
            Path.of("..", "shared", "data", "merchants", "goyang-licensed-businesses.csv");

    private static final List<String> INVENTED =
            List.of(
                    "업종,사업장명,영업상태명,전화번호,소재지전체주소,도로명전체주소",
                    "제과점영업,달무리제과,영업,031-000-0001,한들시 호수동 1,한들시 호수로 1",
                    "제과점영업,달무리제과,영업,031-000-0001,한들시 호수동 1,한들시 호수로 1",
                    "안경업,새벽안경,영업,031-000-0002,한들시 나래동 2,한들시 나래로 2",
                    "안경업,,영업,031-000-0003,한들시 나래동 3,한들시 나래로 3");

    @Test
    void takesOverAListOfBusinesses(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("list.csv");
        Files.write(list, INVENTED);
        try (Visitor officer = visitor()) {
            takeOver(officer, list, "달무리 골목 업소", "달무리제과");
        }
    }

    @Test
    void takesOverTheListOfGoyang() {
        Assumptions.assumeTrue(
                Files.isReadable(GOYANG), "no real list at " + GOYANG + ": only an invented one");
        try (Visitor officer = visitor()) {
            takeOver(officer, GOYANG, "고양시 인허가 업소", "힐링동전노래연습장");
        }
    }

    static void takeOver(Visitor officer, Path list, String source, String shop) {
        officer.enterBy("가맹점 담당자로 들어가기");
        officer.follow("목록 올리기");
        officer.follow("새 목록 올리기");
        officer.attach("CSV 또는 JSON 파일", list);
        officer.press("파일 살펴보기");
        officer.sees("어느 칸이 무엇입니까?");
        officer.write("이 목록의 이름", source);
        officer.press("미리 계산");
        officer.sees("미리 계산이 끝났습니다");
        officer.pressLike("건 올리기$");
        officer.sees("끝까지 올렸습니다");
        assertThat(officer.download("행 보고서 내려받기")).contains("행", "이유와 알림", "그대로");
        String upload = officer.page().url();
        officer.open("/");
        officer.write("가맹점 찾기", shop);
        officer.press("찾기");
        officer.page().waitForURL("**/merchants?**");
        officer.sees(shop);
        officer.page().navigate(upload);
        officer.follow("이력 모두 보기");
        officer.sees("기록만 보고 있어요");
        officer.page().locator(".du-entries tbody a").first().click();
        officer.sees("이 기록으로 알 수 있는 것");
        assertThat(officer.page().locator("h1").innerText()).contains("가맹점 담당자");
    }
}
