package city.dure.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Traps of the templates that no compiler sees. */
class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[a-z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|with)=");
    private static final Pattern INCLUSION = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\s(style|on[a-z]+|hx-on[:a-z-]*|th:utext|th:style|th:on[a-z]+)=");

    @Test
    void doNotPutAConditionBesideAnInclusion() throws IOException {
        // Thymeleaf includes first and never looks at the condition.
        assertThat(tags()).noneMatch(TemplatesTests::ignoresItsCondition);
    }

    @Test
    void keepScriptsAndStylesOutOfThePage() throws IOException {
        assertThat(tags())
                .noneMatch(tag -> FORBIDDEN.matcher(tag).find())
                .noneMatch(tag -> tag.startsWith("<style"))
                .noneMatch(tag -> tag.startsWith("<script") && !tag.contains("th:src="));
    }

    @Test
    void wouldBeCaught() {
        assertThat(ignoresItsCondition("<p th:if=\"${a}\" th:replace=\"~{b}\">")).isTrue();
        assertThat(FORBIDDEN.matcher("<p onclick=\"a()\">").find()).isTrue();
        assertThat(ignoresItsCondition("<p th:if=\"${a}\" th:text=\"${b}\">")).isFalse();
    }

    private static boolean ignoresItsCondition(String tag) {
        return CONDITION.matcher(tag).find() && INCLUSION.matcher(tag).find();
    }

    private static List<String> tags() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(TemplatesTests::tags)
                    .toList();
        }
    }

    private static Stream<String> tags(Path file) {
        try {
            return TAG.matcher(Files.readString(file)).results().map(found -> found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
