package city.dure.audit;

import city.dure.ledger.LedgerKinds;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Particles;
import city.dure.shared.Role;
import city.dure.web.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Tells entries in sentences. The sentence of a kind is the message {@code ledger.<kind>.<version>}
 * of the module that records it, with {@code {actor}} and keys of the details in braces; its plain
 * title, {@code ledger.<kind>.title}, stands where the details stay closed.
 */
@Component
class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9_]+)}");

    private final Names names;
    private final MessageSource messages;

    Sentences(Names names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    /** One sentence for each entry, in their order; names are looked up once for all of them. */
    List<Told> tell(List<SealedEntry> entries, Reader reader, Locale locale) {
        var words = new Words(names.lookUp(entries, reader, locale), messages, locale);
        return entries.stream().map(entry -> tell(entry, reader, words, locale)).toList();
    }

    /** The plain title of a kind, such as “a shop was approved”. */
    String title(String kind, Locale locale) {
        String title = messages.getMessage("ledger." + kind + ".title", null, null, locale);
        return title == null ? kind : title;
    }

    /** A role in words. */
    String role(String code, Locale locale) {
        String role = messages.getMessage("audit.actor." + code, null, null, locale);
        return role == null ? code : role;
    }

    /** All roles as choices of a filter. */
    List<Option> roles(Locale locale) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.code(), role(role.code(), locale)))
                .toList();
    }

    /** All kinds as choices of a filter, one whatever its versions, in the order of titles. */
    List<Option> kinds(LedgerKinds kinds, Locale locale) {
        return kinds.all().stream()
                .map(LedgerKinds.Kind::name)
                .distinct()
                .map(kind -> new Option(kind, title(kind, locale)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** The details of an entry that this reader may see, in words; none of a closed one. */
    List<Words.Detail> details(SealedEntry entry, Reader reader, Locale locale) {
        var details = new ArrayList<Words.Detail>();
        if (entry.open() || reader.opensClosed()) {
            var words = new Words(names.lookUp(List.of(entry), reader, locale), messages, locale);
            entry.details()
                    .forEach((key, value) ->
                            words.label(key)
                                    .map(label -> words.detail(label, key, value))
                                    .ifPresent(details::add));
        }
        return details;
    }

    private Told tell(SealedEntry entry, Reader reader, Words words, Locale locale) {
        if (!entry.open() && !reader.opensClosed()) {
            return new Told(entry, title(entry.kind(), locale), false);
        }
        String key = "ledger." + entry.kind() + "." + entry.version();
        String template = messages.getMessage(key, null, null, locale);
        return template == null
                ? new Told(entry, title(entry.kind(), locale), true)
                : new Told(entry, fill(template, entry, reader, words), true);
    }

    private static String fill(String template, SealedEntry entry, Reader reader, Words words) {
        var sentence = new StringBuilder();
        String rest = template;
        for (var place = PLACE.matcher(rest); place.find(); place = PLACE.matcher(rest)) {
            String word = word(place.group(1), entry, reader, words);
            sentence.append(rest, 0, place.start()).append(word);
            rest = Particles.fit(word, rest.substring(place.end()));
        }
        return StringUtils.capitalize(sentence.append(rest).toString());
    }

    private static String word(String key, SealedEntry entry, Reader reader, Words words) {
        if (key.equals("actor")) {
            return words.actor(entry, reader);
        }
        Object value = entry.details().get(key);
        return value == null ? words.none() : words.value(key, value);
    }
}
