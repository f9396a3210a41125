package city.dure.consents;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which words were published, and who agrees to which version now, as the entries have it. */
final class ConsentReplay implements Replay {
    private final SortedMap<String, State> states = new TreeMap<>();

    /** By version: the hash of the words that were published. */
    private final SortedMap<String, State> texts = new TreeMap<>();

    /** The version agreed to, or the hash of the words. */
    private record State(String said, @Nullable Long last) {}

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("consent.given", "consent.withdrawn", "consent.text_published");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        if (entry.kind().equals("consent.text_published")) {
            publish(entry, found);
        } else {
            agree(entry, found);
        }
    }

    private void publish(ReplayedEntry entry, Consumer<Difference> found) {
        String row = words(entry.text("consent"), entry.text("version"));
        if (texts.put(row, new State(entry.text("sha256"), entry.number())) != null) {
            found.accept(Difference.contradiction(entry, row, "there are such words already"));
        }
    }

    private void agree(ReplayedEntry entry, Consumer<Difference> found) {
        String row = row(entry.text("person"), entry.text("consent"));
        State before = states.get(row);
        String version = entry.text("version");
        if (entry.kind().equals("consent.given")) {
            states.put(row, new State(version, entry.number()));
        } else if (before == null || !before.said().equals(version)) {
            found.accept(Difference.contradiction(entry, row, "that version is not agreed to"));
        } else {
            states.remove(row);
        }
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var given = new TreeMap<>(states);
        tables.query(
                "select person, kind, version from consent where withdrawn_at is null",
                row -> {
                    String key = row(row.getString("person"), row.getString("kind"));
                    String stored = row.getString("version");
                    compare("consent", "version", key, given.remove(key), stored, found);
                });
        deleted("consent", given, found);
        var published = new TreeMap<>(texts);
        tables.query(
                "select kind, version, words, words_en from consent_text",
                row -> {
                    String key = words(row.getString("kind"), row.getString("version"));
                    String stored =
                            ConsentTexts.sha256(row.getString("words"), row.getString("words_en"));
                    compare("consent_text", "hash", key, published.remove(key), stored, found);
                });
        deleted("consent_text", published, found);
    }

    private static void compare(
            String table,
            String what,
            String key,
            @Nullable State said,
            String stored,
            Consumer<Difference> found) {
        if (said == null) {
            found.accept(Difference.added(key, table, stored));
        } else if (!said.said().equals(stored)) {
            found.accept(Difference.changed(said.last(), key, table, what, said.said(), stored));
        }
    }

    private static void deleted(
            String table, SortedMap<String, State> left, Consumer<Difference> found) {
        left.forEach((key, said) ->
                found.accept(Difference.deleted(said.last(), key, table, said.said())));
    }

    @Override
    public SortedMap<String, Long> counts() {
        return new TreeMap<>(Map.of("given", (long) states.size()));
    }

    private static String words(String consent, String version) {
        return "the words of the consent '" + consent + "', version " + version;
    }

    private static String row(String person, String consent) {
        return "the consent '" + consent + "' of " + person;
    }
}
