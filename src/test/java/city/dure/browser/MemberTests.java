package city.dure.browser;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's script of somebody who joins, word for word, with a phone. */
class MemberTests extends BrowserTest {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final String PASSWORD = "은행나무 세 그루 아래 벤치";

    @Test
    void joinsAndProvesMailAndPhone() {
        try (Visitor person = visitorWithPhone()) {
            signUp(person);
            agree(person);
            tell(person);
            prove(person, "#email-code", "이메일로 번호를 보냈어요", "이메일을 확인했어요");
            prove(person, "#phone-code", "문자로 번호를 보냈어요", "휴대전화를 확인했어요");
            person.sees("휴대전화까지 확인했어요");
            person.open("/me");
            person.follow("동의한 내용");
            person.page().locator("#news").getByText("동의하기").first().click();
            person.sees("동의했어요");
        }
    }

    private static void signUp(Visitor person) {
        person.open("/");
        person.press("메뉴");
        person.follow("로그인");
        person.follow("아이디 만들기");
        String name = "walker." + UUID.randomUUID().toString().substring(0, 8);
        person.write("아이디", name);
        person.page().locator("#password").fill(PASSWORD);
        person.page().locator("#again").fill(PASSWORD);
        person.press("아이디 만들기");
        person.follow("로그인하기");
        person.write("아이디", name);
        person.write("비밀번호", PASSWORD);
        person.page().locator(".du-signin form .du-button--big").click();
    }

    private static void agree(Visitor person) {
        person.sees("어떤 정보를 왜 받는지");
        person.page().locator("input[value^='collection']").check();
        person.press("다음");
    }

    private static void tell(Visitor person) {
        person.sees("적은 정보는 암호로 잠가 보관해요");
        person.write("이름", "한나들");
        person.write("생년월일", "1990-05-06");
        person.write("이메일", "nadeul@example.com");
        person.write("휴대전화", "010-0000-9876");
        person.choose("사는 동네", "호수동");
        person.write("이사 온 날", "2021-04-01");
        person.press("가입하기");
        person.sees("가입했어요");
    }

    /** Asks for a code, reads it in the demo's outbox, and types it. */
    private static void prove(Visitor person, String part, String sent, String proven) {
        person.page().locator(part).getByText("확인 번호 받기").click();
        person.sees(sent);
        person.page().locator(part).getByText("시연용 편지함에서 번호 보기").click();
        person.page().locator(".du-told__one").first().waitFor();
        var code = CODE.matcher(person.page().locator(".du-told__words").first().innerText());
        if (!code.find()) {
            throw new AssertionError("the outbox shows no code");
        }
        person.open("/me/verification");
        person.page().locator(part + " input[name=code]").fill(code.group(1));
        person.page().locator(part).getByText("확인하기").click();
        person.sees(proven);
    }
}
