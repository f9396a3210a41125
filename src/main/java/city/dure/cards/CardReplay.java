package city.dure.cards;

import city.dure.citizens.CitizenId;
import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose each card is and whether it pays, as the entries have it. */
final class CardReplay implements Replay {
    private static final String TABLE = "card";

    private final SortedMap<String, State> states = new TreeMap<>();

    /** By citizen: the card that is not blocked. */
    private final Map<String, String> open = new HashMap<>();

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "card.ordered", "card.sent", "card.activated", "card.blocked", "card.handed_over");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        String id = entry.text("card");
        State before = states.get(id);
        if (!allows(before, entry)) {
            String said = before == null ? "there is none" : before.toString();
            found.accept(Difference.contradiction(entry, id, said));
        }
        State after = next(entry, before);
        if (before != null) {
            open.remove(before.citizen, id);
        }
        if (after.opened()) {
            String other = open.put(after.citizen, id);
            if (other != null) {
                found.accept(Difference.contradiction(entry, id, other + " is not blocked"));
            }
        }
        states.put(id, after);
    }

    private static boolean allows(@Nullable State before, ReplayedEntry entry) {
        if (before == null) {
            return entry.kind().equals("card.ordered");
        }
        return switch (entry.kind()) {
            case "card.ordered" -> false;
            case "card.sent" -> before.code.equals("ordered") && before.of(entry, "citizen");
            case "card.activated" ->
                    before.opened() && !before.code.equals("active") && before.of(entry, "citizen");
            case "card.blocked" -> before.opened() && before.of(entry, "citizen");
            default -> before.of(entry, "former");
        };
    }

    private static State next(ReplayedEntry entry, @Nullable State before) {
        String citizen = entry.text("citizen");
        return switch (entry.code()) {
            case "card.ordered/1" -> new State("ordered", citizen, entry.number());
            case "card.sent/1" -> new State("sent", citizen, entry.number());
            case "card.activated/1" -> new State("active", citizen, entry.number());
            case "card.blocked/1" ->
                    new State("blocked as " + entry.text("reason"), citizen, entry.number());
            case "card.handed_over/1" ->
                    new State(before == null ? "" : before.code, citizen, entry.number());
            default -> throw new IllegalArgumentException("its version is not known");
        };
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var left = new TreeMap<>(states);
        tables.query(
                "select id, citizen_id, state, blocked_for, open_for from card",
                row -> {
                    String id = new CardId(row.getObject("id", UUID.class)).ref();
                    compare(id, left.remove(id), stored(row), found);
                });
        left.forEach((id, said) ->
                found.accept(Difference.deleted(said.last, id, TABLE, said.toString())));
    }

    private static void compare(
            String id, @Nullable State said, State stored, Consumer<Difference> found) {
        if (said == null) {
            found.accept(Difference.added(id, TABLE, stored.toString()));
        } else if (!said.toString().equals(stored.toString())) {
            found.accept(
                    Difference.changed(
                            said.last, id, TABLE, "state", said.toString(), stored.toString()));
        }
    }

    /** A card that is not blocked stands for its holder alone. */
    private static State stored(ResultSet row) throws SQLException {
        UUID holder = row.getObject("citizen_id", UUID.class);
        UUID stands = row.getObject("open_for", UUID.class);
        String why = row.getString("blocked_for");
        String state = row.getString("state") + (why == null ? "" : " as " + why);
        boolean fits = why == null ? holder.equals(stands) : stands == null;
        String told = fits ? state : state + " for " + stands;
        return new State(told, new CitizenId(holder).ref(), null);
    }

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        Arrays.stream(Card.State.values()).forEach(state -> counts.put(state.code(), 0L));
        states.values().forEach(state -> counts.merge(state.code.split(" ", 2)[0], 1L, Long::sum));
        return counts;
    }

    /**
     * What is known of one card.
     *
     * @param code of its state, with the reason where it is blocked
     */
    private record State(String code, String citizen, @Nullable Long last) {
        boolean opened() {
            return !code.startsWith("blocked");
        }

        boolean of(ReplayedEntry entry, String holder) {
            return citizen.equals(entry.text(holder));
        }

        @Override
        public String toString() {
            return code + ", of " + citizen;
        }
    }
}
