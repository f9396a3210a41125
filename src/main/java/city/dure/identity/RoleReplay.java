package city.dure.identity;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Roles of staff, as the entries granted and withdrew them. An entry names account, role and last
 * day; so of several grants of one role to one account it is their number that is compared.
 */
final class RoleReplay implements Replay {
    private static final String TABLE = "account_role";

    private final SortedMap<Key, Grants> roles = new TreeMap<>();

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("role.proposed", "role.granted", "role.declined", "role.withdrawn");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        var key = new Key(AccountId.valueOf(entry.text("account")).value(), entry.text("role"));
        Grants grants = roles.computeIfAbsent(key, each -> new Grants());
        String wrong = grants.take(entry);
        if (wrong != null) {
            found.accept(Difference.contradiction(entry, key.toString(), "there is no " + wrong));
        }
        grants.last = entry.number();
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var stored = stored(tables);
        roles.forEach((key, grants) -> compare(key.toString(), grants, stored.remove(key), found));
        stored.forEach((key, rows) ->
                found.accept(Difference.added(key.toString(), TABLE, rows.toString())));
    }

    private static void compare(
            String row, Grants said, @Nullable Grants stored, Consumer<Difference> found) {
        if (stored == null) {
            found.accept(Difference.deleted(said.last, row, TABLE, said.toString()));
        } else if (!stored.toString().equals(said.toString())) {
            found.accept(
                    Difference.changed(
                            said.last, row, TABLE, "grants", said.toString(), stored.toString()));
        }
    }

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        counts.put("declined", sum(each -> each.declined));
        counts.put("granted", sum(each -> each.granted.size() - each.withdrawn));
        counts.put("waiting", sum(each -> each.asked.size() - each.declined));
        counts.put("withdrawn", sum(each -> each.withdrawn));
        return counts;
    }

    private long sum(ToLongFunction<Grants> part) {
        return roles.values().stream().mapToLong(part).sum();
    }

    private static SortedMap<Key, Grants> stored(JdbcTemplate tables) {
        var stored = new TreeMap<Key, Grants>();
        tables.query(
                "select account_id, role, until, granted, decided_by is not null as decided,"
                        + " withdrawn_at is not null as withdrawn from account_role",
                row -> {
                    stored.computeIfAbsent(
                                    new Key(
                                            row.getObject("account_id", UUID.class),
                                            row.getString("role")),
                                    each -> new Grants())
                            .add(
                                    row.getObject("until", OffsetDateTime.class).toInstant(),
                                    row.getBoolean("granted"),
                                    row.getBoolean("decided"),
                                    row.getBoolean("withdrawn"));
                });
        return stored;
    }

    /** A role of an account. */
    private record Key(UUID id, String role) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::id).thenComparing(Key::role);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "the role " + role + " of " + new AccountId(id).ref();
        }
    }

    /** What became of a role of an account, by the moments at which it ends. */
    private static final class Grants {
        /** Asked for and not granted: those that wait, and those that were declined. */
        private final List<Instant> asked = new ArrayList<>();

        private final List<Instant> granted = new ArrayList<>();
        private int declined;
        private int withdrawn;
        private @Nullable Long last;

        /** What an entry needs and those before it do not give; null when all is there. */
        @Nullable String take(ReplayedEntry entry) {
            return switch (entry.code()) {
                case "role.proposed/1" -> {
                    asked.add(until(entry));
                    yield null;
                }
                case "role.granted/1" -> grant(until(entry), entry.find("proposed_by"));
                case "role.declined/1" ->
                        ++declined > asked.size() ? "request left to decline" : null;
                case "role.withdrawn/1" ->
                        ++withdrawn > granted.size() ? "grant left to withdraw" : null;
                default -> throw new IllegalArgumentException("its version is not known");
            };
        }

        private @Nullable String grant(Instant until, @Nullable String proposedBy) {
            granted.add(until);
            boolean waited = proposedBy == null || asked.remove(until) && declined <= asked.size();
            return waited ? null : "request up to that day to grant";
        }

        void add(Instant until, boolean isGranted, boolean isDecided, boolean isWithdrawn) {
            (isGranted ? granted : asked).add(until);
            declined += isDecided && !isGranted ? 1 : 0;
            withdrawn += isWithdrawn ? 1 : 0;
        }

        @Override
        public String toString() {
            return "%d granted%s, %d of them withdrawn; %d asked for%s, %d of them declined"
                    .formatted(
                            granted.size(),
                            days(granted),
                            withdrawn,
                            asked.size(),
                            days(asked),
                            declined);
        }

        private static String days(List<Instant> ends) {
            return ends.isEmpty()
                    ? ""
                    : ends.stream().sorted().map(Instant::toString).toList().toString();
        }

        private static Instant until(ReplayedEntry entry) {
            return RoleGrants.endOf(LocalDate.parse(entry.text("until"))).toInstant();
        }
    }
}
