package city.dure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates hold nothing that the strict content policy would block, and no unescaped text. */
class TemplateTests {
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "th:utext|\\[\\(|\\son[a-z]+\\s*=|\\sth:on[a-z]+\\s*=|\\shx-on|<style|\\sstyle\\s*="
                            + "|\\sth:style|javascript:|<script(?![^>]*\\bsrc=)|th:inline",
                    Pattern.CASE_INSENSITIVE);

    // Thymeleaf replaces first and never comes to the condition (its attribute precedence).
    private static final Pattern DEAD_CONDITION =
            Pattern.compile(
                    "<[a-z:]+\\s(?=(?:[^\"<>]|\"[^\"]*\")*th:(?:replace|insert)=)"
                            + "(?=(?:[^\"<>]|\"[^\"]*\")*th:(?:if|unless|with)=)");

    @Test
    void putNoConditionOnWhatIsReplaced() {
        assertThat(Sources.under(Sources.TEMPLATES, ".html"))
                .allSatisfy(file ->
                        assertThat(Sources.read(file)).doesNotContainPattern(DEAD_CONDITION));
        assertThat("<p class=\"a\" th:if=\"${a > b}\" th:replace=\"~{c}\"></p>")
                .containsPattern(DEAD_CONDITION);
        assertThat("<p th:if=\"${a > b}\"><b th:replace=\"~{c}\"></b></p>")
                .doesNotContainPattern(DEAD_CONDITION);
    }

    @Test
    void holdNothingInline() {
        assertThat(Sources.under(Sources.TEMPLATES, ".html"))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(Sources.read(file)).doesNotContainPattern(FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${x}\">",
                "<p>[(${x})]</p>",
                "<button onclick=\"go()\">",
                "<button\n  onClick = 'go()'>",
                "<p style=\"color: red\">",
                "<p th:style=\"|color: ${x}|\">",
                "<style>p {}</style>",
                "<script>go()</script>",
                "<script th:inline=\"javascript\">",
                "<a href=\"javascript:go()\">",
                "<form hx-on:submit=\"go()\">"
            })
    void wouldBeNoticed(String html) {
        assertThat(html).containsPattern(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script defer th:src=\"@{/assets/x.js}\" src=\"x.js\"></script>",
                "<form hx-post=\"/x\">",
                "<input name=\"one\" value=\"on\">"
            })
    void leavesTheRestAlone(String html) {
        assertThat(html).doesNotContainPattern(FORBIDDEN);
    }
}
