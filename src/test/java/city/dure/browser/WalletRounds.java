package city.dure.browser;

/** The way of a citizen past their wallet, and of another whose wallet is empty. */
final class WalletRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    WalletRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void tops() {
        rounds.look(visitor, "/me/wallet", "wallet");
        rounds.look(visitor, "/me/wallet/top-up", "top-up");
        visitor.write("충전할 금액", "10만");
        visitor.press("얼마를 받는지 보기");
        rounds.once(visitor, "top-up-wrong");
        rounds.look(visitor, "/me/wallet/top-up?amount=100000", "top-up-quote");
        visitor.press("은행으로 가기");
        visitor.sees("은행의 답을 기다리고 있어요");
        rounds.here(visitor, "top-up-open");
        visitor.follow("은행 화면 열기");
        visitor.sees("진짜 은행이 아니에요");
        rounds.here(visitor, "demo-bank");
        visitor.press("이체하기");
        visitor.sees("110,000원을 충전했어요");
        rounds.here(visitor, "top-up-done");
        rounds.look(visitor, "/me/wallet/statement", "statement");
        rounds.look(visitor, "/me/wallet/statement?month=2020-01", "statement-empty");
    }
}
