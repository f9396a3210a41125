package city.dure.browser;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** Whoever has no JavaScript, or no mouse, gets as far as everybody else. */
class EveryoneTests extends BrowserTest {
    private static final FilePayload PAPER =
            new FilePayload("paper.jpg", "image/jpeg", Failures.photo());

    @Test
    void appliesWithoutJavaScript() {
        try (Visitor owner = visitorWithoutScripts()) {
            owner.enterAs("citizen.kim");
            owner.open("/");
            owner.follow("내 가게를 가맹점으로");
            owner.follow("새로 신청하기");
            owner.press("목록에 없이 신청하기");
            owner.write("사업자등록번호", "999-99-99982");
            owner.write("가게 이름", "손글씨 문구점");
            owner.chooseAny("업종");
            owner.chooseAny("지역");
            owner.write("도로명주소", "한들시 물빛로 31 (호수동)");
            owner.press("다음");
            owner.write("대표자 이름", "김나래");
            owner.write("대표자 휴대전화", "010-0000-1234");
            owner.chooseAny("은행");
            owner.write("계좌번호", "1002-000-123456");
            owner.press("다음");
            owner.page().locator("input[type=file]").first().setInputFiles(PAPER);
            owner.press("다음");
            owner.press("신청서 내기");
            owner.sees("신청서를 냈어요");
        }
    }

    @Test
    void appliesWithTheKeyboard() {
        try (Visitor owner = visitor()) {
            owner.enterAs("citizen.lee");
            owner.open("/");
            var keys = new Keyboard(owner);
            keys.to("내 가게를 가맹점으로").press("Enter");
            owner.sees("낸 신청서");
            keys.to("새로 신청하기").press("Enter");
            owner.sees("여기에 없어요");
            keys.to("목록에 없이 신청하기").press("Enter");
            owner.sees("간판에 적힌 그대로");
            keys.to("사업자등록번호").type("999-99-99978").to("가게 이름").type("누름돌 책방");
            keys.to("업종").press("ArrowDown").to("지역").press("ArrowDown");
            keys.to("도로명주소").type("한들시 물빛로 33 (호수동)").to("다음").press("Enter");
            owner.sees("정산 계좌");
            keys.to("대표자 이름").type("이도윤").to("대표자 휴대전화").type("010-0000-1234");
            keys.to("은행").press("ArrowDown").to("계좌번호").type("1002-000-123456");
            keys.to("다음").press("Enter");
            owner.sees("글자가 또렷하게");
            keys.to("사업자등록증");
            owner.page().locator(":focus").setInputFiles(PAPER); // The dialog is the browser's own.
            keys.to("다음").press("Enter");
            owner.sees("내기 전에 마지막으로");
            keys.to("신청서 내기").press("Enter");
            owner.sees("신청서를 냈어요");
        }
    }

    @Test
    void decidesWithTheKeyboard() {
        try (Visitor officer = visitor()) {
            officer.enterAs("officer.merchants");
            officer.open("/");
            var keys = new Keyboard(officer);
            keys.to("신청 심사").press("Enter");
            officer.sees("오래 기다린 신청이");
            keys.to("느린오후 찻집").press("Enter");
            officer.sees("지나온 과정");
            keys.to("심사 시작").press("Enter");
            officer.page().locator("summary").first().waitFor();
            keys.to("보완 요청").press("Enter");
            keys.to("통장 사본").press("Space").to("신청인에게 할 말").type("첫 장을 보내 주세요.");
            keys.to("보완 요청하기").press("Enter");
            officer.sees("보완을 요청했습니다");
        }
    }
}
