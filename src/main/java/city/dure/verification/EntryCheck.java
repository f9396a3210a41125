package city.dure.verification;

import city.dure.merkle.CanonicalJson;
import city.dure.merkle.Hashes;
import city.dure.verification.Damage.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks one entry: its bytes against their hash, its opening and its subjects against its bytes.
 */
final class EntryCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<HashMap<String, Object>> OBJECT = new TypeReference<>() {};

    /** How references of accounts, merchants and the like are written. */
    private static final Pattern REFERENCE = Pattern.compile("[a-z]+-[0-9A-HJKMNP-TV-Z]{26}");

    private static final int SHORTEST_REFERENCE = 28;
    private static final int TO_MINUTES = "2026-11-21T05:04Z".length();
    private static final int TO_MILLIS = "2026-11-21T05:04:12.345Z".length();

    private EntryCheck() {}

    /** Whom an entry names: {@code by} who acted, {@code about} whom it concerns. */
    record Subject(String relation, String ref) {}

    /**
     * What an entry's check found.
     *
     * @param damage the first thing wrong, in the order of how much hangs on it; null when sound
     * @param meaning what it says; null when damaged
     */
    record Checked(@Nullable Damage damage, @Nullable Meaning meaning) {}

    /**
     * What a sound entry says.
     *
     * @param open whether the public reads the details
     * @param at the minute in which it happened
     * @param details with {@code by}; those of a closed entry also with {@code actor}
     */
    record Meaning(
            boolean open, String kind, Instant at, String role, Map<String, Object> details) {}

    /** Checks all of an entry that stands in itself. */
    static Checked check(StoredEntry entry, String name, Collection<Subject> subjects) {
        if (entry.leaf() == null) {
            return damage(
                    entry,
                    Kind.DELETED,
                    name + " is gone from the database, or there more than once.");
        }
        if (!Arrays.equals(Hashes.leaf(entry.leaf()), entry.leafHash())) {
            return damage(entry, Kind.CHANGED, "The public bytes of " + name + " were changed.");
        }
        if (!Arrays.equals(entry.recordedHash(), entry.leafHash())) {
            return damage(entry, Kind.CHANGED, "The hash kept with " + name + " was changed.");
        }
        try {
            return checkMeaning(entry, name, subjects);
        } catch (JacksonException
                | ClassCastException
                | IllegalArgumentException
                | NullPointerException // where a value is null that no sealed entry has
                | DateTimeException e) {
            return damage(entry, Kind.OPENING, "The contents of " + name + " cannot be read.");
        }
    }

    private static Checked checkMeaning(
            StoredEntry entry, String name, Collection<Subject> subjects) {
        var leaf = object(Objects.requireNonNull(entry.leaf()));
        if (!String.valueOf(leaf.get("kind")).equals(entry.kind())) {
            return damage(entry, Kind.CHANGED, "The kind kept with " + name + " was changed.");
        }
        if (entry.salt() == null || entry.details() == null) {
            return damage(entry, Kind.OPENING, "What opens " + name + " is gone.");
        }
        var details = opened(leaf, entry.salt(), entry.details());
        if (details == null) {
            return damage(
                    entry, Kind.OPENING, "What opens " + name + " does not fit its public bytes.");
        }
        boolean open = leaf.containsKey("details");
        return named(entry.salt(), open, details, subjects)
                ? new Checked(null, meaning(open, leaf, details))
                : damage(
                        entry,
                        Kind.SUBJECT,
                        "Who acted in " + name + ", or whom it concerns, was changed.");
    }

    /** The details, when they are what the leaf shows or binds; each text is parsed once. */
    private static @Nullable Map<String, Object> opened(
            Map<String, Object> leaf, byte[] salt, byte[] details) {
        if (leaf.containsKey("details")) {
            var shown = shown(leaf);
            return Arrays.equals(CanonicalJson.bytes(shown), details) ? shown : null;
        }
        return text(Hashes.commit(salt, details)).equals(leaf.get("commitment"))
                ? object(details)
                : null;
    }

    private static Meaning meaning(
            boolean open, Map<String, Object> leaf, Map<String, Object> details) {
        String role = String.valueOf((open ? leaf : details).get("actor"));
        return new Meaning(open, String.valueOf(leaf.get("kind")), at(leaf), role, details);
    }

    // Digits at their places, as a formatter costs more than all hashes of an entry. Closed entries
    // tell the minute only, and no list needs more.
    private static Instant at(Map<String, Object> leaf) {
        String at = String.valueOf(leaf.get("at"));
        if (at.length() != TO_MINUTES && at.length() != TO_MILLIS) {
            throw new DateTimeException("no entry tells its time like this");
        }
        return LocalDateTime.of(
                        digits(at, 0, 4),
                        digits(at, 5, 7),
                        digits(at, 8, 10),
                        digits(at, 11, 13),
                        digits(at, 14, 16))
                .toInstant(ZoneOffset.UTC);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean named(
            byte[] salt, boolean open, Map<String, Object> details, Collection<Subject> subjects) {
        var by = refs(subjects, "by");
        if (by.size() != 1) {
            return false;
        }
        String account = by.iterator().next();
        Object expected =
                open
                        ? text(Hashes.commit(salt, account.getBytes(StandardCharsets.UTF_8)))
                        : account;
        var texts = new HashSet<String>();
        details.forEach((key, value) -> collect(texts, "by".equals(key) ? null : value));
        var about = refs(subjects, "about");
        return expected.equals(details.get("by"))
                && texts.containsAll(about)
                && texts.stream().filter(EntryCheck::isReference).allMatch(about::contains);
    }

    private static boolean isReference(String text) {
        return text.length() >= SHORTEST_REFERENCE && REFERENCE.matcher(text).matches();
    }

    private static void collect(Set<String> texts, @Nullable Object value) {
        switch (value) {
            case String text -> texts.add(text);
            case List<?> list -> list.forEach(each -> collect(texts, each));
            case Map<?, ?> map ->
                    map.forEach((key, each) -> {
                        collect(texts, key);
                        collect(texts, each);
                    });
            case null, default -> {}
        }
    }

    private static Set<String> refs(Collection<Subject> subjects, String relation) {
        var refs = new HashSet<String>();
        subjects.stream()
                .filter(subject -> subject.relation().equals(relation))
                .forEach(subject -> refs.add(subject.ref()));
        return refs;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> shown(Map<String, Object> leaf) {
        return (Map<String, Object>) Objects.requireNonNull(leaf.get("details"));
    }

    private static Map<String, Object> object(byte[] json) {
        return JSON.readValue(new String(json, StandardCharsets.UTF_8), OBJECT);
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static Checked damage(StoredEntry entry, Kind kind, String sentence) {
        Long number = entry.chainHash() == null ? null : entry.number();
        return new Checked(new Damage(number, kind, sentence), null);
    }
}
