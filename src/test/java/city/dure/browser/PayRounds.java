package city.dure.browser;

/** The way of a citizen who pays at a bakery, and of the baker who gives a part of it back. */
final class PayRounds {
    private static final String BAKERY = "q=%ED%95%9C%EB%93%A4%EB%B9%B5%EC%A7%91";
    private final Visitor visitor;
    private final Rounds rounds;

    PayRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void pays() {
        rounds.look(visitor, "/me/payments", "payments-empty");
        rounds.look(visitor, "/pay", "pay-code");
        visitor.write("결제 번호", "1234 5678");
        visitor.press("다음");
        rounds.once(visitor, "pay-code-wrong");
        rounds.look(visitor, "/p/00005724", "pay-code-unknown");
        visitor.open("/merchants?" + BAKERY);
        visitor.page().locator(Rounds.FIRST_ROW).first().click();
        visitor.follow("이 가게에서 결제하기");
        rounds.here(visitor, "pay");
        visitor.write("결제할 금액", "1만");
        visitor.press("다음");
        rounds.once(visitor, "pay-wrong");
        visitor.write("결제할 금액", "9,000,000");
        visitor.press("다음");
        visitor.sees("빠져나간 돈은 없어요");
        rounds.once(visitor, "pay-refused-wrong");
        visitor.write("결제할 금액", "12,000");
        visitor.press("다음");
        visitor.sees("결제할까요?");
        rounds.here(visitor, "pay-confirm");
        visitor.press("12,000원 결제하기");
        visitor.sees("결제 영수증");
        rounds.here(visitor, "pay-receipt");
        rounds.look(visitor, "/me/payments", "payments");
    }

    /** What a shop sees before anybody paid there. */
    void waits() {
        rounds.lookAtFirst(visitor, "/shop", ".du-card__link", "shop-home-before");
        rounds.look(visitor, visitor.path() + "/payments", "till-empty");
    }

    /** What the shop of a page took. */
    void takes(String shop) {
        rounds.look(visitor, shop + "/payments", "till");
        visitor.follow("환불하기");
        rounds.here(visitor, "refund");
        visitor.write("환불할 금액", "99,999");
        visitor.press("다음");
        rounds.once(visitor, "refund-wrong");
        visitor.write("환불할 금액", "6,000");
        visitor.press("다음");
        visitor.sees("환불할까요?");
        rounds.here(visitor, "refund-confirm");
        visitor.press("6,000원 환불하기");
        visitor.sees("6,000원을 환불했어요");
        rounds.here(visitor, "till-refunded");
    }
}
