package city.dure.browser;

import city.dure.web.Formats;
import java.time.LocalDate;

/** The way past what citizens report about shops, and what officers make of it. */
final class ReportRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    ReportRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void citizen() {
        rounds.lookAtFirst(visitor, "/merchants?status=listed", Rounds.FIRST_ROW, "shop-to-report");
        visitor.follow("문을 닫았나요? 알려 주세요");
        rounds.here(visitor, "report-listed");
        visitor.open("/merchants?status=approved");
        visitor.page().locator(Rounds.FIRST_ROW).first().click();
        visitor.follow("문을 닫았거나 결제를 거절하나요? 알려 주세요");
        rounds.here(visitor, "report");
        visitor.page().locator("#seen").fill("2026-01-01");
        visitor.press("제보하기");
        rounds.once(visitor, "report-wrong");
        visitor.page().locator("#kind").check();
        visitor.page().locator("#seen").fill(LocalDate.now(Formats.ZONE).toString());
        visitor.press("제보하기");
        visitor.sees("알려 주신 것과 그 결과예요");
        rounds.once(visitor, "report-sent");
        rounds.look(visitor, "/merchants/reports", "reports-own");
    }

    void citizenWithNone() {
        rounds.look(visitor, "/merchants/reports", "reports-own-none");
    }

    void officer() {
        rounds.look(visitor, "/office/reports", "reports");
        rounds.look(visitor, "/office/reports?" + Rounds.NOTHING, "reports-empty");
        rounds.look(visitor, "/office/reports?state=settled", "reports-settled");
        rounds.lookAtFirst(
                visitor, "/office/reports?kind=refuses", Rounds.FIRST_ROW, "reports-case");
        visitor.press("처리하기");
        rounds.once(visitor, "reports-case-wrong");
        rounds.lookAtFirst(
                visitor, "/office/reports?state=settled", Rounds.FIRST_ROW, "reports-case-settled");
    }
}
