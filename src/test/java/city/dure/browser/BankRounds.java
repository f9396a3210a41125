package city.dure.browser;

import com.microsoft.playwright.options.FilePayload;

/** The way of another bank account: its owner asks, one officer checks it, a second approves. */
final class BankRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    BankRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    /** The owner of the shop at this path. */
    void owner(String shop) {
        rounds.look(visitor, shop + "/bank", "bank-none");
        visitor.write("계좌번호", "12-34");
        visitor.press("변경 신청하기");
        rounds.once(visitor, "bank-wrong");
        visitor.page().locator("#bank").selectOption("011");
        visitor.write("계좌번호", "301-0123-4567-89");
        visitor.write("예금주", "한들빵집 호수공원점 대표 김한들");
        visitor.page()
                .locator("#bankBook")
                .setInputFiles(new FilePayload("book.jpg", "image/jpeg", Failures.photo()));
        visitor.press("변경 신청하기");
        visitor.sees("계좌 변경을 신청했어요");
        rounds.look(visitor, shop + "/bank", "bank-waiting");
    }

    void first() {
        rounds.look(visitor, "/office/bank-changes?state=refused", "bank-changes-empty");
        rounds.look(visitor, "/office/bank-changes", "bank-changes");
        rounds.lookAtFirst(visitor, "/office/bank-changes", Rounds.FIRST_ROW, "bank-change-closed");
        visitor.press("계좌 열람");
        rounds.once(visitor, "bank-change-closed-wrong");
        open();
        rounds.here(visitor, "bank-change-open");
        visitor.press("다른 담당자에게 결재 요청");
        rounds.once(visitor, "bank-change-wrong");
        visitor.tick("은행에 예금주를 조회함");
        visitor.press("다른 담당자에게 결재 요청");
        visitor.sees("결재를 요청했습니다");
        rounds.here(visitor, "bank-change-own");
    }

    /** The second officer, from the home. */
    void second() {
        rounds.look(visitor, "/office", "office-inbox-bank");
        visitor.page().locator("#approvals .du-inbox a[href*=bank]").first().click();
        visitor.sees("결재를 요청했습니다");
        open();
        rounds.here(visitor, "bank-change-second");
        visitor.press("결재하고 이 계좌로 바꾸기");
        visitor.sees("정산 계좌를 바꾸고");
        rounds.here(visitor, "bank-change-done");
    }

    /** The owner reads of it. */
    void afterwards() {
        visitor.open("/shop");
        visitor.page().locator(".du-card__link").first().click();
        rounds.look(visitor, visitor.path() + "/bank", "bank-changed");
        visitor.sees("지난번 신청대로");
        rounds.look(visitor, "/me/notices", "notices-bank");
    }

    private void open() {
        visitor.tick("계좌 변경 확인과 결재");
        visitor.press("계좌 열람");
        visitor.sees("볼 때마다 열람 기록이 남습니다");
    }
}
