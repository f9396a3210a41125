package city.dure.ledger;

import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the components of a {@link LedgerRecord} into the details of an entry. */
final class Details {
    // The ledger itself writes who acted, and in which role, under these keys.
    private static final Set<String> RESERVED = Set.of("actor", "by");

    // As PublicId writes them.
    private static final Pattern REFERENCE = Pattern.compile("[a-z]+-[0-9A-HJKMNP-TV-Z]{26}");

    private static final ClassValue<List<Part>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Part> computeValue(Class<?> type) {
                    return Part.of(type);
                }
            };

    private Details() {}

    /** The details under their keys in snake case; a component that is null is left out. */
    static Map<String, Object> of(LedgerRecord event) {
        var details = new TreeMap<String, Object>();
        components(event).forEach((key, value) -> details.put(key, written(value)));
        return details;
    }

    /** The references of all subjects among the components, also of those written as text. */
    static Set<String> subjects(LedgerRecord event) {
        var subjects = new LinkedHashSet<String>();
        components(event).values().forEach(value -> collect(subjects, value));
        return subjects;
    }

    private static void collect(Set<String> subjects, Object value) {
        switch (value) {
            case Subject subject -> subjects.add(subject.ref());
            case String text when REFERENCE.matcher(text).matches() -> subjects.add(text);
            case Collection<?> list -> list.forEach(each -> collect(subjects, each));
            case Map<?, ?> map ->
                    map.forEach((key, each) -> {
                        collect(subjects, key);
                        collect(subjects, each);
                    });
            default -> {}
        }
    }

    private static Map<String, Object> components(LedgerRecord event) {
        var components = new LinkedHashMap<String, Object>();
        for (Part part : PARTS.get(event.getClass())) {
            Object value = part.of(event);
            if (value != null) {
                components.put(part.key(), value);
            }
        }
        return components;
    }

    /** A component of a record, looked up once a class: a payment must not pay for reflection. */
    private record Part(String key, Method accessor) {
        static List<Part> of(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }

        private static Part of(RecordComponent component) {
            if (RESERVED.contains(component.getName())) {
                throw new IllegalArgumentException(
                        component.getDeclaringRecord()
                                + " names a component "
                                + component.getName());
            }
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(snakeCase(component.getName()), accessor);
        }

        @Nullable Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }

    private static Object written(Object value) {
        return switch (value) {
            case Subject subject -> subject.ref();
            case Collection<?> list -> list.stream().map(Details::text).toList();
            case Map<?, ?> map -> {
                var texts = new TreeMap<String, Object>();
                map.forEach((key, each) -> texts.put(text(key), text(each)));
                yield texts;
            }
            default -> text(value);
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case Subject subject -> subject.ref();
            case Role role -> role.code();
            case Enum<?> constant -> snakeCase(constant.name());
            case String text -> text;
            // Its text depends on who writes it; an exact decimal's does not.
            case Double _, Float _ ->
                    throw new IllegalArgumentException("an entry holds no number with rounding");
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case LocalDate date -> date.toString();
            case Record record when record.getClass().getRecordComponents().length == 1 ->
                    text(PARTS.get(record.getClass()).getFirst().of(record));
            case null, default ->
                    throw new IllegalArgumentException(
                            "an entry holds no "
                                    + (value == null ? null : value.getClass().getSimpleName()));
        };
    }

    private static String snakeCase(String name) {
        String spaced =
                name.equals(name.toUpperCase(Locale.ROOT))
                        ? name
                        : name.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return spaced.toLowerCase(Locale.ROOT);
    }
}
