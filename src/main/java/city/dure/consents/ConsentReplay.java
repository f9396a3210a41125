package city.dure.consents;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who agrees to which version now, as the entries have it. */
final class ConsentReplay implements Replay {
    private static final String TABLE = "consent";

    private final SortedMap<String, State> states = new TreeMap<>();

    private record State(String version, @Nullable Long last) {}

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("consent.given", "consent.withdrawn");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        String row = row(entry.text("person"), entry.text("consent"));
        State before = states.get(row);
        String version = entry.text("version");
        if (entry.kind().equals("consent.given")) {
            states.put(row, new State(version, entry.number()));
        } else if (before == null || !before.version().equals(version)) {
            found.accept(Difference.contradiction(entry, row, "that version is not agreed to"));
        } else {
            states.remove(row);
        }
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var left = new TreeMap<>(states);
        tables.query(
                "select person, kind, version from consent where withdrawn_at is null",
                row -> {
                    String key = row(row.getString("person"), row.getString("kind"));
                    compare(key, left.remove(key), row.getString("version"), found);
                });
        left.forEach((key, said) ->
                found.accept(Difference.deleted(said.last(), key, TABLE, said.version())));
    }

    private static void compare(
            String key, @Nullable State said, String stored, Consumer<Difference> found) {
        if (said == null) {
            found.accept(Difference.added(key, TABLE, stored));
        } else if (!Objects.equals(said.version(), stored)) {
            found.accept(
                    Difference.changed(said.last(), key, TABLE, "version", said.version(), stored));
        }
    }

    @Override
    public SortedMap<String, Long> counts() {
        return new TreeMap<>(Map.of("given", (long) states.size()));
    }

    private static String row(String person, String consent) {
        return "the consent '" + consent + "' of " + person;
    }
}
