package city.dure.bankaccounts;

import city.dure.merchants.MerchantId;
import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which account is in force as the entries have it, and that it was proposed before. */
final class BankReplay implements Replay {
    private static final String TABLE = "shop_bank_change";

    private final SortedMap<String, State> states = new TreeMap<>();

    /** By shop: the request that waits, and the one that money is paid to. */
    private final Map<String, String> waiting = new HashMap<>();

    private final Map<String, String> paid = new HashMap<>();

    @Override
    public String name() {
        return "bank_changes";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "shop_bank.requested",
                "shop_bank.withdrawn",
                "shop_bank.proposed",
                "shop_bank.returned",
                "shop_bank.changed",
                "shop_bank.refused",
                "shop_bank.forgotten");
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        String id = entry.text("change");
        State before = states.get(id);
        boolean begins = entry.kind().equals("shop_bank.requested");
        if (before == null ? !begins : !before.allows(entry)) {
            String said = before == null ? "there is none" : before.toString();
            found.accept(Difference.contradiction(entry, id, said));
        }
        makeRoom(entry, id, found);
        states.put(id, next(entry, before));
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var left = new TreeMap<>(states);
        tables.query(
                "select id, merchant_id, state, commitment, paid_shop from shop_bank_change",
                row -> {
                    String id = new BankChangeId(row.getObject("id", UUID.class)).ref();
                    compare(id, left.remove(id), stored(row), found);
                });
        left.forEach((id, said) ->
                found.accept(Difference.deleted(said.last, id, TABLE, said.toString())));
    }

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        Arrays.stream(BankChangeState.values()).forEach(state -> counts.put(state.code(), 0L));
        states.values().forEach(state -> counts.merge(state.code, 1L, Long::sum));
        return counts;
    }

    /** What another one takes the place of. */
    private void makeRoom(ReplayedEntry entry, String id, Consumer<Difference> found) {
        String shop = entry.text("merchant");
        switch (entry.kind()) {
            case "shop_bank.requested" -> {
                String waited = waiting.put(shop, id);
                if (!Objects.equals(waited, entry.find("replaces"))) {
                    found.accept(Difference.contradiction(entry, id, waited + " waits"));
                }
                become(waited, "replaced", entry);
            }
            case "shop_bank.changed" -> {
                waiting.remove(shop, id);
                become(paid.put(shop, id), "former", entry);
            }
            case "shop_bank.withdrawn", "shop_bank.refused" -> waiting.remove(shop, id);
            case "shop_bank.forgotten" -> paid.remove(shop, id);
            default -> {}
        }
    }

    private void become(@Nullable String id, String code, ReplayedEntry entry) {
        if (id != null) {
            states.computeIfPresent(id, (same, state) -> state.become(code, entry));
        }
    }

    private static State next(ReplayedEntry entry, @Nullable State before) {
        String shop = entry.text("merchant");
        State from = before == null ? new State(shop, "waiting", "", false, null) : before;
        return switch (entry.code()) {
            case "shop_bank.requested/1" ->
                    new State(shop, "waiting", entry.text("commitment"), false, entry.number());
            case "shop_bank.proposed/1" -> from.proposed(true, entry);
            case "shop_bank.returned/1" -> from.proposed(false, entry);
            case "shop_bank.changed/1" -> from.become("in_force", entry);
            case "shop_bank.withdrawn/1" -> from.become("withdrawn", entry);
            case "shop_bank.refused/1" -> from.become("refused", entry);
            case "shop_bank.forgotten/1" -> from.become("former", entry);
            default -> throw new IllegalArgumentException("its version is not known");
        };
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

    /** Money goes where the row says so, whatever its state. */
    private static State stored(ResultSet row) throws SQLException {
        String shop = new MerchantId(row.getObject("merchant_id", UUID.class)).ref();
        UUID paid = row.getObject("paid_shop", UUID.class);
        String payee = paid == null ? "" : new MerchantId(paid).ref();
        String state = row.getString("state");
        boolean fits = payee.equals(state.equals("in_force") ? shop : "");
        String told = fits ? state : state + " for " + payee;
        return new State(shop, told, row.getString("commitment"), false, null);
    }

    /** What is known of one request. */
    private record State(
            String shop, String code, String commitment, boolean proposed, @Nullable Long last) {
        boolean allows(ReplayedEntry entry) {
            return switch (entry.kind()) {
                case "shop_bank.requested" -> false;
                case "shop_bank.forgotten" -> code.equals("in_force") || code.equals("former");
                case "shop_bank.changed" -> waits() && proposed && says(entry);
                case "shop_bank.proposed" -> waits() && says(entry);
                default -> waits();
            };
        }

        State become(String next, ReplayedEntry entry) {
            return new State(shop, next, commitment, false, entry.number());
        }

        State proposed(boolean now, ReplayedEntry entry) {
            return new State(shop, code, commitment, now, entry.number());
        }

        private boolean waits() {
            return code.equals("waiting");
        }

        private boolean says(ReplayedEntry entry) {
            return entry.text("commitment").equals(commitment)
                    && entry.text("merchant").equals(shop);
        }

        @Override
        public String toString() {
            return code + " of " + shop + ", " + commitment;
        }
    }
}
