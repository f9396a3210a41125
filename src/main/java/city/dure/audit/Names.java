package city.dure.audit;

import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Looks up what the references and codes of a page of entries are called: one call a prefix. */
@Component
class Names {
    private static final Pattern REF = Pattern.compile("([a-z]{1,3})-[0-9A-HJKMNP-TV-Z]{26}");
    private static final String PERSON = "u";

    private final Map<String, SubjectNames> subjects = new HashMap<>();
    private final Map<String, CodeNames> codes = new HashMap<>();
    private final MessageSource messages;

    Names(List<SubjectNames> subjects, List<CodeNames> codes, MessageSource messages) {
        subjects.forEach(each -> this.subjects.put(each.prefix(), each));
        codes.forEach(each -> this.codes.put(each.key(), each));
        this.messages = messages;
    }

    /** Whether closed entries about this subject may be told to this actor. */
    boolean concerns(Actor actor, String ref) {
        SubjectNames module = subjects.get(prefixOf(ref));
        return module != null && actor.signedIn() && module.concerns(actor, ref);
    }

    /** Whether this entry may be told to this actor: they did it, or it is about what is theirs. */
    boolean concerns(Actor actor, SealedEntry entry) {
        return actor.signedIn()
                && (actor.ref().equals(entry.by())
                        || entry.details().values().stream()
                                .anyMatch(each ->
                                        each instanceof String ref && concerns(actor, ref)));
    }

    /** Whether everybody and everything that an entry names concerns this actor. */
    boolean concernsAll(Actor actor, SealedEntry entry) {
        return texts(entry.details()).filter(Names::isRef).allMatch(ref -> concerns(actor, ref));
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Collection<?> list -> list.stream().flatMap(Names::texts);
            case Map<?, ?> map ->
                    Stream.concat(map.keySet().stream(), map.values().stream())
                            .flatMap(Names::texts);
            default -> Stream.empty();
        };
    }

    /** The public name of one reference. */
    String nameOf(String ref, Locale locale) {
        var refs =
                prefixOf(ref).equals(PERSON)
                        ? Map.<String, Set<String>>of()
                        : Map.of(prefixOf(ref), Set.of(ref));
        return new Found(namesOf(refs), Map.of(), Reader.PUBLIC, locale).nameOf(ref);
    }

    /** Whether a text has the form of a reference. */
    static boolean isRef(String text) {
        return REF.matcher(text).matches();
    }

    /** Everything that these entries mention, looked up together. */
    Found lookUp(List<SealedEntry> entries, Reader reader, Locale locale) {
        var refs = new TreeMap<String, Set<String>>();
        var values = new TreeMap<String, Set<String>>();
        for (SealedEntry entry : entries) {
            if (entry.open() || reader.opensClosed()) {
                entry.details().forEach((key, value) -> collect(refs, values, key, value));
            }
            if (reader.seesPersons() && entry.by() != null) {
                collect(refs, values, "by", entry.by());
            }
        }
        if (!reader.seesPersons()) {
            refs.remove(PERSON);
        }
        return new Found(namesOf(refs), codesOf(values), reader, locale);
    }

    private void collect(
            Map<String, Set<String>> refs,
            Map<String, Set<String>> values,
            String key,
            Object value) {
        switch (value) {
            case String text when isRef(text) -> add(refs, prefixOf(text), text);
            case String text when codes.containsKey(key) -> add(values, key, text);
            case Collection<?> list ->
                    list.forEach(each -> collect(refs, values, key, String.valueOf(each)));
            case Map<?, ?> map ->
                    map.values().forEach(each -> collect(refs, values, key, String.valueOf(each)));
            default -> {}
        }
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
    }

    private Map<String, String> namesOf(Map<String, Set<String>> refs) {
        var names = new HashMap<String, String>();
        for (SubjectNames module : subjects.values()) {
            Set<String> wanted = refs.getOrDefault(module.prefix(), Set.of());
            if (!wanted.isEmpty()) {
                names.putAll(module.names(wanted));
            }
        }
        return names;
    }

    private Map<String, Map<String, String>> codesOf(Map<String, Set<String>> values) {
        var names = new HashMap<String, Map<String, String>>();
        for (CodeNames module : codes.values()) {
            Set<String> wanted = values.getOrDefault(module.key(), Set.of());
            if (!wanted.isEmpty()) {
                names.put(module.key(), module.names(wanted));
            }
        }
        return names;
    }

    private static String prefixOf(String ref) {
        return ref.substring(0, Math.max(0, ref.indexOf('-')));
    }

    /** What was found for one page of entries. */
    final class Found {
        private final Map<String, String> names;
        private final Map<String, Map<String, String>> codes;
        private final Reader reader;
        private final Locale locale;

        private Found(
                Map<String, String> names,
                Map<String, Map<String, String>> codes,
                Reader reader,
                Locale locale) {
            this.names = names;
            this.codes = codes;
            this.reader = reader;
            this.locale = locale;
        }

        /** The name of a reference; one that was erased or has no public name gets a word. */
        String nameOf(String ref) {
            String name = names.get(ref);
            return name != null ? name : withoutName(prefixOf(ref));
        }

        /** The name of a code under a key, or nothing. */
        Optional<String> nameOf(String key, String code) {
            var named = Optional.ofNullable(codes.getOrDefault(key, Map.of()).get(code));
            return named.or(() -> message("ledger.value." + key + "." + code))
                    .or(() ->
                            key.equals("role") ? message("audit.actor." + code) : Optional.empty());
        }

        private String withoutName(String prefix) {
            boolean known =
                    subjects.containsKey(prefix)
                            && (reader.seesPersons() || !prefix.equals(PERSON));
            String word = known ? "audit.gone" : "audit.unnamed";
            return message(word + "." + prefix).or(() -> message(word)).orElseThrow();
        }

        private Optional<String> message(String key) {
            return Optional.ofNullable(messages.getMessage(key, null, null, locale));
        }
    }
}
