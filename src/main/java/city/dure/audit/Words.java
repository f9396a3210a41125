package city.dure.audit;

import city.dure.ledger.SealedEntry;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says the values of one page of entries in words of one language. */
final class Words {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LISTED = 3;

    private final Names.Found names;
    private final MessageSource messages;
    private final Locale locale;

    Words(Names.Found names, MessageSource messages, Locale locale) {
        this.names = names;
        this.messages = messages;
        this.locale = locale;
    }

    /** Who acted: the role, and for the auditor the person. */
    String actor(SealedEntry entry, Reader reader) {
        String role = message("audit.actor." + entry.actor()).orElse(entry.actor());
        String by = entry.by();
        boolean person = reader.seesPersons() && by != null && Names.isRef(by);
        return person ? role + " " + names.nameOf(Objects.requireNonNull(by)) : role;
    }

    /** What a key of the details is called; nothing for one that is only for the technical part. */
    Optional<String> label(String key) {
        return message("ledger.detail." + key);
    }

    /** A detail under its label. */
    Detail detail(String label, String key, Object value) {
        String ref = value instanceof String text && Names.isRef(text) ? text : null;
        return new Detail(label, value(key, value), ref);
    }

    /** A value in words: names for references and codes, grouped numbers, short lists. */
    String value(String key, Object value) {
        return switch (value) {
            case Collection<?> list -> list(key, list);
            case Map<?, ?> map -> map(map);
            default -> text(key, value.toString());
        };
    }

    /** What stands for a detail that an entry does not have. */
    String none() {
        return message("audit.none").orElse("");
    }

    private String text(String key, String text) {
        if (Names.isRef(text)) {
            return names.nameOf(text);
        }
        return names.nameOf(key, text).orElseGet(() -> written(text));
    }

    private String written(String text) {
        if (NUMBER.matcher(text).matches()) {
            return NumberFormat.getIntegerInstance(locale).format(Long.parseLong(text));
        }
        return DATE.matcher(text).matches() ? date(LocalDate.parse(text)) : text;
    }

    private String date(LocalDate date) {
        String pattern = messages.getMessage("web.date", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    private String list(String key, Collection<?> list) {
        String first =
                list.stream()
                        .limit(LISTED)
                        .map(each -> text(key, String.valueOf(each)))
                        .collect(Collectors.joining(", "));
        int more = list.size() - LISTED;
        return more <= 0
                ? first
                : messages.getMessage("audit.more", new Object[] {first, more}, locale);
    }

    private String map(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(each -> pair(String.valueOf(each.getKey()), String.valueOf(each.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String pair(String key, String value) {
        return label(key)
                .map(label -> label + " " + text(key, value))
                .orElseGet(() -> text(key, value));
    }

    private Optional<String> message(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale));
    }

    /**
     * One detail of an entry in words.
     *
     * @param ref the reference of the subject that the value names, for a link to its history
     */
    record Detail(String label, String value, @Nullable String ref) {}
}
