package city.dure.browser;

/** The way of a citizen to a prepaid card, and of the agent who makes it. */
final class CardRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    CardRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void orders() {
        rounds.look(visitor, "/me/wallet/card", "card-none");
        visitor.press("카드 신청하기");
        visitor.sees("카드를 신청했어요");
        rounds.here(visitor, "card-ordered");
    }

    void makes() {
        rounds.look(visitor, "/desk/cards", "cards");
        visitor.page().locator(Rounds.FIRST_ROW).first().click();
        visitor.tick("본인 요청");
        visitor.press("10분 동안 보기");
        visitor.follow("선불카드");
        rounds.here(visitor, "card-desk");
        visitor.press("카드 인쇄 화면 보기");
        visitor.sees("9410-");
        rounds.once(visitor, "card-sheet");
        visitor.press("카드를 보냈습니다");
        visitor.sees("시민에게 알립니다");
        rounds.look(visitor, "/desk/cards", "cards-empty");
    }

    void loses() {
        rounds.look(visitor, "/me/wallet/card", "card-sent");
        visitor.write("카드 번호", "9410-1234-5678-9012");
        visitor.press("카드 쓰기 시작하기");
        rounds.once(visitor, "card-wrong");
        visitor.tick("잃어버림");
        visitor.press("정지하고 새 카드 신청하기");
        visitor.sees("새 카드를 신청했어요");
        rounds.here(visitor, "card-replaced");
    }
}
