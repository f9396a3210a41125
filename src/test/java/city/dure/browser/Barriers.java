package city.dure.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for what keeps people out: what axe finds serious, and what a phone cannot show. */
final class Barriers implements Eye {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    private final List<String> found = new ArrayList<>();

    /** What was found, one line each. */
    List<String> found() {
        return found;
    }

    @Override
    public void look(Visitor visitor, String name) {
        lookOnce(visitor, name);
    }

    @Override
    public void lookOnce(Visitor visitor, String name) {
        visitor.withPhone();
        tooWide(visitor, name);
        visitor.withDesk();
        grave(visitor, name);
    }

    private void tooWide(Visitor visitor, String name) {
        Object width = visitor.page().evaluate("() => document.documentElement.scrollWidth");
        if (Integer.parseInt(String.valueOf(width)) > Visitor.PHONE) {
            found.add(name + " is " + width + " px wide on a phone");
        }
    }

    private void grave(Visitor visitor, String name) {
        new AxeBuilder(visitor.page())
                        .setLegacyMode(true) // No frames here; saves a page for each look.
                        .withTags(RULES)
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule ->
                                rule.getNodes().stream()
                                        .map(node ->
                                                name + ": " + rule.getId() + " " + node.getHtml()))
                        .forEach(found::add);
    }
}
