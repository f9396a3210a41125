package city.dure.browser;

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
    }

    private void look(String path, String name) {
        visitor.open(path);
        rounds.here(visitor, name);
    }
}
