package city.dure.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** The way of a merchant officer past the pages of which money shops may accept. */
final class RulesRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    RulesRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    /** Past the rules, and what they say of the shop at this path. */
    void go(String shop) {
        look(shop + "/eligibility", "shop-rules");
        visitor.press("연 매출 적기");
        rounds.once(visitor, "shop-rules-wrong");
        mistake();
        look("/office/eligibility/networks", "networks");
        look("/office/eligibility", "rules");
        look("/office/eligibility/recheck", "recheck");
        look("/office/eligibility/recheck?category=none", "recheck-empty");
        look("/office/eligibility/new", "rules-new");
        visitor.page().locator("input[name='kinds[0].ceiling']").fill("삼십억");
        visitor.press("달라지는 가게 보기");
        rounds.once(visitor, "rules-wrong");
        visitor.page().locator("input[name='kinds[0].ceiling']").fill("1,000,000,000");
        visitor.page().locator("input[name='kinds[0].undeclared']").uncheck();
        visitor.press("달라지는 가게 보기");
        visitor.sees("아직 아무것도 바뀌지 않았습니다");
        rounds.once(visitor, "rules-check");
        visitor.press("이 규칙 예고 요청하기");
        visitor.sees("결재를 기다리는 규칙");
        rounds.here(visitor, "rules-undecided");
        visitor.page().locator(".du-inbox a").first().click();
        visitor.sees("다른 가맹점 담당자가 결재합니다");
        rounds.here(visitor, "proposal-own");
        look("/office", "office-own");
        turnovers(shop.substring(shop.lastIndexOf('/') + 1));
    }

    /** The second officer, from the home to what the first one asked for. */
    void second() {
        look("/office", "office-inbox");
        visitor.page().locator("#approvals .du-inbox a").first().click();
        visitor.sees("결재하고 예고하기");
        rounds.here(visitor, "proposal");
        String page = visitor.path();
        visitor.press("결재하지 않기");
        visitor.sees("예고하지 않기로 했습니다");
        look(page, "proposal-decided");
    }

    /** A turnover that is noted and taken back. */
    private void mistake() {
        visitor.page().locator("input[name=won]").fill("120,000,000");
        visitor.press("연 매출 적기");
        visitor.sees("저장했습니다");
        visitor.page().locator("td details > summary").first().click();
        rounds.once(visitor, "shop-rules-mistake");
        visitor.press("신고하지 않은 것으로 되돌리기");
        visitor.sees("잘못 적은 까닭을 골라");
        rounds.once(visitor, "shop-rules-mistake-wrong");
        visitor.page().locator("td details select").selectOption("wrong_shop");
        visitor.press("신고하지 않은 것으로 되돌리기");
        visitor.sees("신고하지 않은 것으로 되돌렸습니다");
    }

    /** A list of turnovers with one row that is right and some that are not. */
    private void turnovers(String shop) {
        visitor.open("/office/imports/new?target=turnovers");
        int last = LocalDate.now(ZoneId.of("Asia/Seoul")).getYear() - 1;
        String list =
                "가게 번호,상호,연도,연 매출(원)\n%s,,%d,\"120,000,000\"\n%s,,%d,3억\nm-1,,2019,-5\n"
                        .formatted(shop, last, shop, last - 1);
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "turnover.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        visitor.press("파일 살펴보기");
        rounds.here(visitor, "turnovers-columns");
        visitor.write("이 목록의 이름", "연 매출 신고");
        visitor.press("미리 계산");
        visitor.sees("미리 계산이 끝났습니다");
        rounds.here(visitor, "turnovers-ready");
        visitor.pressLike("건 올리기$");
        visitor.sees("끝까지 올렸습니다");
        rounds.here(visitor, "turnovers-finished");
    }

    private void look(String path, String name) {
        visitor.open(path);
        rounds.here(visitor, name);
    }
}
