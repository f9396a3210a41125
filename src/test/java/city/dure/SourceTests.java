package city.dure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sizes, and habits that no compiler sees. */
class SourceTests {
    private static final int LINES_A_FILE = 250;
    private static final int LINES_A_TEMPLATE = 100;
    private static final int FILES_A_ROOM = 20;

    /**
     * SQL or JPQL handed over, and what is joined to a text by plus: only constants may be, and the
     * {@code sql()} of a condition that carries its values beside it.
     */
    private static final Pattern JOINED_SQL =
            Pattern.compile(
                    "(createNativeQuery|createQuery|\\.sql|prepareStatement)\\(\\s*\"[^;]*?\"\\s*\\+\\s*(?!\")(?![A-Z_]+\\b)(?!\\w+\\.sql\\(\\))\\w");

    @Test
    void filesStayShort() {
        assertThat(Sources.under(Path.of("src"), ".java")).isNotEmpty();
        assertThat(longerThan(LINES_A_FILE, Path.of("src"), ".java")).isEmpty();
        assertThat(longerThan(LINES_A_TEMPLATE, Sources.TEMPLATES, ".html")).isEmpty();
    }

    @Test
    void noticesALongFile() {
        assertThat(longerThan(10, Path.of("src"), ".java"))
                .anyMatch(file -> file.endsWith("SourceTests.java"));
    }

    @Test
    void roomsStaySmall() {
        assertThat(rooms()).isNotEmpty();
        assertThat(rooms().entrySet()).filteredOn(room -> room.getValue() > FILES_A_ROOM).isEmpty();
    }

    @Test
    void noValueIsJoinedIntoSql() {
        assertThat(Sources.under(Sources.MAIN, ".java"))
                .filteredOn(file -> joinsSql(Sources.read(file)))
                .isEmpty();
    }

    @Test
    void noticesAValueJoinedIntoSql() {
        assertThat(
                        List.of(
                                "entities.createNativeQuery(\"select \" + name)",
                                "jdbc.sql(\n    \"select * from x where y = '\"\n  + value + \"'\")"))
                .allMatch(SourceTests::joinsSql);
        assertThat(
                        List.of(
                                "jdbc.sql(\"select \" + COLUMNS + \" from x\")",
                                "jdbc.sql(\"select a\" + \" from x\").params(a + b)"))
                .noneMatch(SourceTests::joinsSql);
    }

    private static boolean joinsSql(String source) {
        return JOINED_SQL.matcher(source).find();
    }

    private static List<Path> longerThan(long lines, Path folder, String ending) {
        return Sources.under(folder, ending).stream().filter(file -> lines(file) > lines).toList();
    }

    private static Map<Path, Long> rooms() {
        return Sources.under(Sources.MAIN, ".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    }

    private static long lines(Path file) {
        return Sources.read(file).lines().count();
    }
}
