package city.dure.browser;

/** The way past the register, maps, places, figures and requests for changes. */
final class MapRounds {
    private final Visitor visitor;
    private final Rounds rounds;

    MapRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void anyone() {
        look("/merchants/map", "map");
        look("/merchants/map?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84", "map-empty");
    }

    void officer() {
        register();
        maps();
        changes();
    }

    private void changes() {
        look("/office/changes?state=refused", "changes-empty");
        look("/office/changes", "changes");
        rounds.lookAtFirst(visitor, "/office/changes", Rounds.FIRST_ROW, "change");
        visitor.unfold("반려하기");
        visitor.page().locator("button.du-button--danger").click();
        rounds.once(visitor, "change-wrong");
    }

    private void register() {
        look("/office/merchants", "register");
        look("/office/merchants?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84", "register-empty");
        rounds.lookAtFirst(
                visitor, "/office/merchants?status=approved", Rounds.FIRST_ROW, "record");
        String record = visitor.path();
        look(record + "/closure", "closure");
        look(record + "/facts", "facts");
        new RulesRounds(visitor, rounds).go(record);
        look(record + "/suspension", "suspension");
        visitor.page().locator("main button[type=submit]").click();
        rounds.once(visitor, "suspension-wrong");
        rounds.lookAtFirst(
                visitor,
                "/office/merchants?status=suspended",
                Rounds.FIRST_ROW,
                "record-suspended");
        look(visitor.path() + "/resumption", "resumption");
    }

    private void maps() {
        look("/office/merchants/map", "register-map");
        look("/office/merchants/figures", "figures");
        look("/office/merchants/places", "places");
        visitor.page().locator(".du-table tbody tr:first-child td a").first().click();
        rounds.here(visitor, "place");
        visitor.page().locator("#latitude").fill("north");
        visitor.press("이 위치로 고치기");
        rounds.once(visitor, "place-wrong");
        look("/office/merchants/places?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84", "places-empty");
    }

    private void look(String path, String name) {
        visitor.open(path);
        rounds.here(visitor, name);
    }
}
