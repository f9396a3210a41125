package city.dure.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.permissions.Matrix;
import city.dure.permissions.MatrixRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Follows the links of every kind of person through the demo city. Each page is looked at once, on
 * a phone and on a desk, in both languages: pictures stay in {@code target/screens}, axe finds
 * nothing serious, nothing is wider than the phone.
 */
@Tag("tour")
class EveryPageTests extends BrowserTest {
    private static final List<String> PEOPLE =
            List.of("", "citizen.kim", "shop.bakery", "officer.merchants", "auditor", "admin");

    /** How many pages of one kind a person opens in search of further links. */
    private static final int OF_A_KIND = 2;

    private static final Set<String> ROOMS_WITHOUT_PAGES = Set.of("protocol", "web");

    private final Matrix matrix = Matrix.read();
    final Set<String> looked = new TreeSet<>();
    final List<String> findings = new ArrayList<>();

    @Test
    void isFitToBeSeen() {
        for (String username : PEOPLE) {
            try (Visitor visitor = visitor()) {
                goRound(visitor, username);
            }
        }
        assertThat(findings).isEmpty();
        assertThat(looked).hasSizeGreaterThan(5);
    }

    void goRound(Visitor visitor, String username) {
        if (!username.isEmpty()) {
            visitor.enterAs(username);
        }
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new LinkedHashSet<>(open);
        Map<String, Integer> opened = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            Optional<String> kind = kindOf(path);
            if (kind.isPresent() && opened.merge(kind.get(), 1, Integer::sum) <= OF_A_KIND) {
                visit(visitor, username, path, kind.get());
                visitor.links().filter(seen::add).forEach(open::addLast);
            }
        }
    }

    private void visit(Visitor visitor, String username, String path, String kind) {
        var answer = visitor.open(Visitor.inLanguage(path, "ko"));
        if (answer.status() >= 400) {
            findings.add(path + " answers " + answer.status() + " to '" + username + "'");
        } else if (looked.add(kind.equals("/") ? kind + " " + username : kind)) {
            String name = (username.isEmpty() ? "anyone" : username) + kind.replace('/', '-');
            visitor.look(path, name).forEach(each -> findings.add(path + ": " + each));
        }
    }

    /** The pattern of the matrix that a link leads to, if it is a page. */
    private Optional<String> kindOf(String link) {
        String path = link.replaceAll("[?#].*", "");
        return matrix.row("GET", path)
                .filter(row -> !ROOMS_WITHOUT_PAGES.contains(row.room()))
                .flatMap(row -> pattern(row, path));
    }

    private static Optional<String> pattern(MatrixRow row, String path) {
        return patterns(row)
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString);
    }

    private static Stream<PathPattern> patterns(MatrixRow row) {
        @Nullable List<String> paths = row.paths().get("GET");
        return paths == null
                ? Stream.empty()
                : paths.stream().map(PathPatternParser.defaultInstance::parse);
    }
}
