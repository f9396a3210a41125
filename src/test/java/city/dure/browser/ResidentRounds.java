package city.dure.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** The way of an officer who uploads a list of residents, and sees the register. */
final class ResidentRounds {
    private static final String NUMBERS = "이름,주민등록번호,동\n달하늘,,호수동\n";

    /** One person twice, a child, one of a district that is nowhere, and two like anybody. */
    private static final String LIST =
            """
            이름,생년월일,휴대전화,이메일,도로명주소,행정동,전입일
            달하늘,1985-03-01,010-0000-7001,haneul@example.com,"한들시 물빛로 7, 101호",호수동,2019-04-02
            달하늘,1985-03-01,010-0000-7001,haneul@example.com,"한들시 물빛로 7, 101호",호수동,2019-04-02
            달새싹,2024-05-05,,,"한들시 물빛로 7, 101호",호수동,2024-05-05
            먼바다,1970-01-31,02-000-0000,,"한들시 나래로 2",나래동,
            먼하늘,1964-11-30,010-0000-7003,,"먼시 아랫로 4",아랫동,
            """;

    private final Visitor visitor;
    private final Rounds rounds;

    ResidentRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void go() {
        rounds.look(visitor, "/office/citizens", "citizens");
        rounds.look(
                visitor, "/office/citizens?district=hosu&level=3&listed=true", "citizens-empty");
        visitor.open("/office/imports/new");
        choose(NUMBERS);
        rounds.once(visitor, "residents-numbers-wrong");
        choose(LIST);
        visitor.sees("어느 칸이 무엇입니까?");
        visitor.write("이 목록의 이름", "지어낸 주민 명단");
        rounds.once(visitor, "residents-columns");
        visitor.press("미리 계산");
        visitor.sees("미리 계산이 끝났습니다");
        rounds.once(visitor, "residents-ready");
        visitor.pressLike("건 올리기$");
        visitor.waitsForTheEnd();
        visitor.sees("끝까지 올렸습니다");
        rounds.once(visitor, "residents-finished");
        visitor.follow("명단으로 등록된 시민 보기");
        rounds.once(visitor, "citizens-listed");
    }

    private void choose(String list) {
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "residents.csv",
                                "text/csv",
                                list.getBytes(StandardCharsets.UTF_8)));
        visitor.press("파일 살펴보기");
    }
}
