package city.dure.browser;

import city.dure.districts.TestOutlines;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;

/** The way past the pages of districts and maps. */
final class GroundRounds {
    private static final String NOTHING = "?q=%EC%97%86%EB%8A%94%EC%9D%B4%EB%A6%84";
    private final Visitor visitor;
    private final Consumer<String> here;
    private final Consumer<String> once;

    GroundRounds(Visitor visitor, Consumer<String> here, Consumer<String> once) {
        this.visitor = visitor;
        this.here = here;
        this.once = once;
    }

    void admin() {
        look("/office/city/districts", "districts");
        look("/office/city/districts" + NOTHING, "districts-none");
        look("/office/city/districts/new", "districts-new");
        visitor.press("파일 살펴보기");
        once.accept("districts-new-wrong");
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "dong.geojson",
                                "application/json",
                                TestOutlines.squares("호수동", "들꽃동", "새마을동")));
        visitor.press("파일 살펴보기");
        here.accept("districts-columns");
        visitor.press("바뀌는 것 보기");
        visitor.sees("업소 ");
        here.accept("districts-check");
        look("/office/city/districts", "districts-waiting");
    }

    private void look(String path, String name) {
        visitor.open(path);
        here.accept(name);
    }
}
