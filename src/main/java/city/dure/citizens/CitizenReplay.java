package city.dure.citizens;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Citizens as the entries have it: whose account, where they live, what is proven. */
final class CitizenReplay implements Replay {
    private static final String TABLE = "citizen";
    private static final String FORMER = "citizen_former";
    private static final Set<String> BEGINS = Set.of("citizen.joined", "citizen.listed");

    private final SortedMap<String, State> states = new TreeMap<>();

    /** Who goes by which id now, with the entry that says so. */
    private final SortedMap<String, Former> former = new TreeMap<>();

    private record Former(String now, @Nullable Long said) {}

    @Override
    public String name() {
        return "citizens";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "citizen.joined",
                "citizen.listed",
                "citizen.named",
                "citizen.verified",
                "citizen.matched",
                "citizen.corrected",
                "citizen.moved",
                "citizen.erased");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        String id = entry.text("citizen");
        State before = states.get(id);
        boolean begins = BEGINS.contains(entry.kind());
        if (begins == (before != null)) {
            String said = begins ? "there is one already" : "there is none";
            found.accept(Difference.contradiction(entry, id, said));
            return;
        }
        if (entry.kind().equals("citizen.matched")) {
            former.put(entry.text("former"), new Former(id, entry.number()));
        }
        State after = begins ? State.begun(entry) : next(entry, Objects.requireNonNull(before));
        states.put(id, after.by(entry.number()));
    }

    private State next(ReplayedEntry entry, State before) {
        return switch (entry.code()) {
            case "citizen.named/1" -> before.named();
            case "citizen.verified/1" -> before.proven(entry.text("proof"));
            case "citizen.corrected/1" -> before.corrected(entry);
            case "citizen.moved/1" -> before.in(entry.text("district"));
            case "citizen.erased/1" -> before.forgotten();
            case "citizen.matched/1" -> before.takingOver(states.remove(entry.text("former")));
            default -> throw new IllegalArgumentException("its version is not known");
        };
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var left = new TreeMap<>(states);
        tables.query(
                "select * from citizen",
                row -> {
                    Citizen citizen = CitizenRows.citizen(row, 0);
                    String id = citizen.id().ref();
                    compare(id, left.remove(id), State.of(citizen), found);
                });
        left.forEach((id, said) ->
                found.accept(Difference.deleted(said.last, id, TABLE, said.toString())));
        compareFormer(tables, found);
    }

    private void compareFormer(JdbcTemplate tables, Consumer<Difference> found) {
        var left = new TreeMap<>(former);
        tables.query(
                "select former, citizen_id from citizen_former",
                row -> {
                    String id = ref(row, "former");
                    String now = ref(row, "citizen_id");
                    Former said = left.remove(id);
                    if (said == null) {
                        found.accept(Difference.added(id, FORMER, now));
                    } else if (!said.now.equals(now)) {
                        found.accept(
                                Difference.changed(
                                        said.said, id, FORMER, "citizen", said.now, now));
                    }
                });
        left.forEach(
                (id, said) -> found.accept(Difference.deleted(said.said, id, FORMER, said.now)));
    }

    private static String ref(ResultSet row, String column) throws SQLException {
        return new CitizenId(row.getObject(column, UUID.class)).ref();
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

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        IntStream.rangeClosed(0, 3).forEach(level -> counts.put("level_" + level, 0L));
        states.values().forEach(state -> counts.merge("level_" + state.level(), 1L, Long::sum));
        return counts;
    }

    /** What is known of one citizen. */
    private record State(
            @Nullable String account,
            boolean listed,
            String district,
            boolean email,
            boolean phone,
            @Nullable String identity,
            @Nullable Long last) {
        static State begun(ReplayedEntry entry) {
            boolean listed = entry.kind().equals("citizen.listed");
            String account = listed ? null : entry.text("account");
            return new State(account, listed, entry.text("district"), false, false, null, null);
        }

        static State of(Citizen row) {
            return new State(
                    row.account() == null ? null : row.account().ref(),
                    row.listed(),
                    row.district(),
                    row.emailAt() != null,
                    row.phoneAt() != null,
                    row.provenBy(),
                    null);
        }

        State proven(String proof) {
            return switch (proof) {
                case "email" -> new State(account, listed, district, true, phone, identity, last);
                case "phone" -> new State(account, listed, district, email, true, identity, last);
                default -> new State(account, listed, district, email, phone, proof, last);
            };
        }

        State corrected(ReplayedEntry entry) {
            var fields = entry.list("fields");
            boolean mail = email && !fields.contains("email");
            boolean number = phone && !fields.contains("phone");
            return new State(account, listed, district, mail, number, identity, last);
        }

        State named() {
            return new State(account, true, district, email, phone, identity, last);
        }

        State in(String other) {
            return new State(account, listed, other, email, phone, identity, last);
        }

        State forgotten() {
            return new State(null, listed, district, false, false, null, last);
        }

        State takingOver(@Nullable State joined) {
            if (joined == null) {
                throw new IllegalArgumentException("nobody joined under that id");
            }
            return new State(
                    joined.account,
                    true,
                    district,
                    joined.email,
                    joined.phone,
                    joined.identity,
                    last);
        }

        State by(@Nullable Long number) {
            return new State(account, listed, district, email, phone, identity, number);
        }

        int level() {
            return identity != null ? 3 : phone ? 2 : email ? 1 : 0;
        }

        @Override
        public String toString() {
            return "account %s, listed %s, district %s, mail %s, phone %s, identity %s"
                    .formatted(account, listed, district, email, phone, identity);
        }
    }
}
