package city.dure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.Dure;
import city.dure.ledger.LedgerKind;
import city.dure.ledger.LedgerRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every kind that any module records can be told in both languages. */
class EveryKindHasASentenceTests {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void inEachLanguage(String language) {
        assertThat(faults(kinds(), messages(language))).isEmpty();
    }

    @Test
    void isNoticedWhenASentenceIsMissingOrNamesAnUnknownDetail() {
        var texts = new Properties();
        texts.setProperty("ledger.test.happened.2", "{actor} {shop}");
        assertThat(faults(List.of(Happened.class), texts))
                .containsExactly(
                        "ledger.test.happened.title is missing",
                        "ledger.test.happened.2 names {shop}, which the kind does not have");
        assertThat(faults(List.of(Happened.class), new Properties()))
                .contains("ledger.test.happened.2 is missing");
    }

    @LedgerKind(value = "test.happened", version = 2)
    record Happened(String merchantName) implements LedgerRecord {}

    private static List<String> faults(List<Class<?>> kinds, Properties messages) {
        var faults = new ArrayList<String>();
        for (Class<?> type : kinds) {
            LedgerKind kind = type.getAnnotation(LedgerKind.class);
            String title = "ledger." + kind.value() + ".title";
            String sentence = "ledger." + kind.value() + "." + kind.version();
            if (!messages.containsKey(title)) {
                faults.add(title + " is missing");
            }
            if (!messages.containsKey(sentence)) {
                faults.add(sentence + " is missing");
            }
            PLACE.matcher(messages.getProperty(sentence, ""))
                    .results()
                    .map(place -> place.group(1))
                    .filter(place -> !places(type).contains(place))
                    .map(place -> " names {" + place + "}, which the kind does not have")
                    .forEach(fault -> faults.add(sentence + fault));
        }
        return faults;
    }

    private static Set<String> places(Class<?> type) {
        var places =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(EveryKindHasASentenceTests::snakeCase)
                        .collect(Collectors.toSet());
        places.add("actor");
        return places;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static List<Class<?>> kinds() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(LedgerKind.class));
        var kinds = new ArrayList<Class<?>>();
        for (var found : scan.findCandidateComponents(Dure.class.getPackageName())) {
            Class<?> type = load(String.valueOf(found.getBeanClassName()));
            if (fromMain(type)) {
                kinds.add(type);
            }
        }
        return kinds;
    }

    private static boolean fromMain(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(Dure.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties messages(String language) {
        var all = new Properties();
        try {
            var files = new PathMatchingResourcePatternResolver();
            for (Resource file : files.getResources("classpath:messages/*.properties")) {
                String name = String.valueOf(file.getFilename());
                if (name.replace(".properties", "").endsWith("_en") == language.equals("_en")) {
                    try (var in =
                            new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        all.load(in);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
