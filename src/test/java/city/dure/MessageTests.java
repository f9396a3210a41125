package city.dure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every text is there in Korean and in English. */
class MessageTests {
    private static final Pattern USED =
            Pattern.compile("#\\{\\s*([a-z][\\w-]*\\.[\\w.-]+)\\s*[}(]");
    private static final Pattern BEGUN =
            Pattern.compile("#\\{\\s*(?:\\||')([a-z][\\w-]*\\.[\\w.-]*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w]+[^}]*}");
    private static final Pattern OWN_TEXT =
            Pattern.compile("<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>[^<]*[가-힣]");
    private static final List<String> REPLACED = List.of("th:text=", "th:replace=", "lang=\"ko\"");
    private static final Pattern CASUAL = Pattern.compile("[어아여해돼예에네려겨져줘봐내켜쳐세까나지죠]요(?:[.?!]|$)");
    private static final String SPOKEN = ".to-officials";

    /** Rooms whose pages only officials see. */
    private static final Set<String> OFFICIAL =
            Set.of(
                    "calendar",
                    "districts",
                    "history",
                    "identity",
                    "imports",
                    "listdiffs",
                    "listings",
                    "merchants",
                    "outlines",
                    "review",
                    "sources",
                    "turnoverlists",
                    "uploads",
                    "verifications");

    private static final String ROLE = "ledger.value.role.";
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (Path korean : korean()) {
            assertThat(read(english(korean)).stringPropertyNames())
                    .as(korean + " in English")
                    .containsExactlyInAnyOrderElementsOf(read(korean).stringPropertyNames());
        }
    }

    /** A file that the portal does not read says nothing, however complete it is. */
    @Test
    void everyFileIsRead() {
        String settings = Sources.read(Path.of("src/main/resources/application.yaml"));
        assertThat(korean())
                .extracting(file -> "messages/" + file.getFileName().toString())
                .map(name -> name.replace(".properties", ""))
                .allSatisfy(name -> assertThat(settings).containsPattern(name + "\\b"));
    }

    @Test
    void noKeyIsInTwoFiles() {
        var all = korean().stream().flatMap(file -> read(file).stringPropertyNames().stream());
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        for (Path korean : korean()) {
            Properties english = read(english(korean));
            read(korean)
                    .forEach((key, text) ->
                            assertThat(placeholders(english.getProperty((String) key)))
                                    .as("placeholders of " + key)
                                    .isEqualTo(placeholders((String) text)));
        }
    }

    @Test
    void anOfficialIsCalledTheSameEverywhere() {
        var all = new Properties();
        korean().forEach(file -> all.putAll(read(file)));
        var values = all.stringPropertyNames().stream().filter(key -> key.startsWith(ROLE));
        assertThat(values)
                .isNotEmpty()
                .allSatisfy(key -> {
                    String role = key.substring(ROLE.length());
                    assertThat(all.getProperty(key))
                            .isEqualTo(all.getProperty("permissions.role." + role))
                            .isEqualTo(all.getProperty("audit.actor." + role));
                });
    }

    /** Citizens and shops in 해요체, officials in 합니다체; entries are told to everybody. */
    @Test
    void eachReaderIsSpokenToInOneTone() {
        for (Path file : korean()) {
            var texts = read(file);
            var told = texts.stringPropertyNames().stream().filter(key -> !isOfLedger(key));
            assertThat(told.filter(key -> isForOfficials(file, key)).map(texts::getProperty))
                    .as("for officials in " + file)
                    .noneMatch(text -> CASUAL.matcher(text).find());
            assertThat(texts.stringPropertyNames().stream().filter(key -> key.endsWith(SPOKEN)))
                    .as("beside the sentence for everybody")
                    .allMatch(key -> texts.containsKey(key.replaceFirst("\\.to-officials$", "")));
        }
    }

    @Test
    void noticesATone() {
        assertThat(List.of("없어요", "골라 주세요.", "‘기타’예요. 고르세요")).allMatch(CASUAL.asPredicate());
        assertThat(List.of("중요", "필요", "없습니다.", "요청")).noneMatch(CASUAL.asPredicate());
    }

    private static boolean isOfLedger(String key) {
        return key.startsWith("ledger.");
    }

    private static boolean isForOfficials(Path file, String key) {
        String room = file.getFileName().toString().replace(".properties", "");
        return OFFICIAL.contains(room) || key.endsWith(SPOKEN);
    }

    @Test
    void noTextIsEmptyAndEnglishIsEnglish() {
        for (Path korean : korean()) {
            assertThat(read(korean).values()).noneMatch(text -> text.toString().isBlank());
            read(english(korean))
                    .forEach((key, text) ->
                            assertThat(text.toString())
                                    .as("English of " + key)
                                    .isNotBlank()
                                    .satisfies(english -> isEnglish(key, english)));
        }
    }

    @Test
    void templatesUseOnlyKeysThatExist() {
        var known = known();
        for (Path template : Sources.under(Sources.TEMPLATES, ".html")) {
            assertThat(missing(Sources.read(template), known)).as(template.toString()).isEmpty();
        }
    }

    /** Sample text that {@code th:text} replaces is welcome: the file can be opened as it is. */
    @Test
    void templatesShowNoTextOfTheirOwn() {
        assertThat(Sources.under(Sources.TEMPLATES, ".html"))
                .filteredOn(file -> showsOwnText(Sources.read(file)))
                .isEmpty();
    }

    @Test
    void noticesTextThatStandsInATemplate() {
        assertThat(List.of("<p>제목</p>", "<p th:if=\"${a > b}\">제목", "<b th:text=\"x\">a</b> 님"))
                .allMatch(MessageTests::showsOwnText);
        assertThat(
                        List.of(
                                "<p th:text=\"${a > b}\">제목</p>",
                                "<!-- 제목 -->",
                                "<a lang=\"ko\">한국어</a>"))
                .noneMatch(MessageTests::showsOwnText);
    }

    @Test
    void noticesAMissingKey() {
        var known = Set.of("web.title", "web.status.ok");
        assertThat(missing("th:text=\"#{web.title}\" #{web.status.ok(${x})}", known)).isEmpty();
        assertThat(missing("#{|web.status.${x}|} #{'web.status.' + ${x}}", known)).isEmpty();
        assertThat(missing("#{web.titel} #{|web.state.${x}|} #{web.gone(1)}", known))
                .containsExactly("web.titel", "web.gone", "web.state.…");
    }

    private static List<String> missing(String template, Set<String> known) {
        var missing = new ArrayList<String>();
        found(USED, template).filter(key -> !known.contains(key)).forEach(missing::add);
        found(BEGUN, template)
                .filter(start -> known.stream().noneMatch(key -> key.startsWith(start)))
                .forEach(start -> missing.add(start + "…"));
        return missing;
    }

    private static java.util.stream.Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Set<String> known() {
        return korean().stream()
                .flatMap(file -> read(file).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An example may show what people type here, which is Korean. */
    private static void isEnglish(Object key, String text) {
        if (!key.toString().endsWith(".example")) {
            assertThat(text).doesNotContainPattern(HANGUL);
        }
    }

    private static boolean showsOwnText(String template) {
        var text = OWN_TEXT.matcher(template.replaceAll("(?s)<!--.*?-->", ""));
        return text.results()
                .map(MatchResult::group)
                .anyMatch(found -> REPLACED.stream().noneMatch(found::contains));
    }

    private static List<Path> korean() {
        return Sources.under(Sources.MESSAGES, ".properties").stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList();
    }

    private static Path english(Path korean) {
        return Path.of(korean.toString().replace(".properties", "_en.properties"));
    }

    private static Properties read(Path file) {
        try {
            var lines = new Properties();
            lines.load(new StringReader(Sources.read(file)));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
