package city.dure.browser;

import city.dure.districts.TestOutlines;
import com.microsoft.playwright.options.FilePayload;

/** The way of an administrator past the pages of staff and districts. */
final class AdminRounds {
    private static final String NOTHING = "?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84";
    private final Visitor visitor;
    private final Rounds rounds;

    AdminRounds(Visitor visitor, Rounds rounds) {
        this.visitor = visitor;
        this.rounds = rounds;
    }

    void go() {
        staff();
        districts();
    }

    private void staff() {
        look("/office/staff", "staff");
        look("/office/staff" + NOTHING, "staff-empty");
        visitor.open("/office/staff");
        visitor.page().locator(".du-table tbody tr:first-child a").first().click();
        rounds.here(visitor, "member");
        visitor.press("승인 요청");
        rounds.once(visitor, "member-wrong");
    }

    private void districts() {
        look("/office/city/districts", "districts");
        look("/office/city/districts" + NOTHING, "districts-none");
        look("/office/city/districts/new", "districts-new");
        visitor.press("파일 살펴보기");
        rounds.once(visitor, "districts-new-wrong");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "dong.geojson",
                                "application/json",
                                TestOutlines.squares("호수동", "들꽃동", "새마을동")));
        visitor.press("파일 살펴보기");
        rounds.here(visitor, "districts-columns");
        visitor.press("바뀌는 것 보기");
        visitor.sees("업소 ");
        rounds.here(visitor, "districts-check");
        look("/office/city/districts", "districts-waiting");
    }

    private void look(String path, String name) {
        visitor.open(path);
        rounds.here(visitor, name);
    }
}
