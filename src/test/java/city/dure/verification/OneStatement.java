package city.dure.verification;

import city.dure.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statement by which an auditor with nothing but psql checks the chain, as the docs have it.
 */
public final class OneStatement {
    private static final Path DOCS = Path.of("docs", "operations.md");
    private static final Pattern STATEMENT =
            Pattern.compile("```sql\n(with leaf as .*?);\n```", Pattern.DOTALL);

    private OneStatement() {}

    /** What it counts that must be 0, and is not. */
    public static Map<String, Long> bad(JdbcTemplate jdbc) {
        var counts = new HashMap<String, Long>();
        jdbc.queryForMap(text())
                .forEach((name, count) -> counts.put(name, ((Number) count).longValue()));
        if (counts.size() != 6) {
            throw new AssertionError("it does not count what the docs say: " + counts);
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static String text() {
        String spelling = TestDatabase.isPostgres() ? "sha256(" : "hash('SHA-256'";
        return STATEMENT
                .matcher(docs())
                .results()
                .map(found -> found.group(1))
                .filter(text -> text.contains(spelling))
                .findFirst()
                .orElseThrow();
    }

    private static String docs() {
        try {
            return Files.readString(DOCS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
