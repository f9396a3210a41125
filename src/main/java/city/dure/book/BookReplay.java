package city.dure.book;

import static java.util.stream.Collectors.toUnmodifiableSet;

import city.dure.replay.Difference;
import city.dure.replay.Replay;
import city.dure.replay.ReplayedEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Balances as the entries have them: what is left of each lot, and all that came to and went from
 * each holder. Of lots that are spent and of movements only a sum of marks a holder is kept.
 */
final class BookReplay implements Replay {
    private static final String LOTS = "money_lot";
    private static final String MOVEMENTS = "money_movement or money_lot";
    private static final String SLICES = "money_slice";

    private final Map<String, Left> left = new TreeMap<>();
    private final SortedMap<String, Account> accounts = new TreeMap<>();

    /** What is left of a lot, above 0. */
    private record Left(long amount, @Nullable Long last) {}

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(Transfer.Kind.values())
                .map(Transfer.Kind::entry)
                .collect(toUnmodifiableSet());
    }

    @Override
    public void apply(ReplayedEntry entry, Consumer<Difference> found) {
        String transfer = entry.find("transfer");
        if (transfer == null) {
            return; // Nothing moved
        }
        Map<?, ?> terms = entry.details().containsKey("terms") ? entry.map("terms") : Map.of();
        long sum = 0;
        for (Object each : entry.list("movements")) {
            var movement = Movement.read(String.valueOf(each));
            sum += movement.amount();
            take(entry, transfer, movement, terms, found);
        }
        if (sum != 0) {
            found.accept(
                    Difference.contradiction(entry, transfer, "its movements do not sum to 0"));
        }
    }

    private void take(
            ReplayedEntry entry,
            String transfer,
            Movement movement,
            Map<?, ?> terms,
            Consumer<Difference> found) {
        Account account = account(movement.holder().ref());
        account.take(Account.mark(transfer, movement), movement.amount(), entry.number());
        LotId lot = movement.lot();
        if (lot == null) {
            return;
        }
        if (terms.get(lot.ref()) instanceof String text) {
            account.note(Account.mark(lot, text, movement.amount()));
        }
        Left before = left.get(lot.ref());
        long now = (before == null ? 0 : before.amount()) + movement.amount();
        if (now < 0) {
            found.accept(Difference.contradiction(entry, lot.ref(), "there is not that much"));
        }
        if (now > 0) {
            left.put(lot.ref(), new Left(now, entry.number()));
        } else {
            left.remove(lot.ref());
        }
    }

    @Override
    public void compare(JdbcTemplate tables, Consumer<Difference> found) {
        var stored = new TreeMap<String, Account>();
        compareLots(tables, stored, found);
        tables.query(
                "select transfer, account, lot, amount from money_movement",
                row -> {
                    var movement = TransferRows.movement(row);
                    var transfer = new TransferId(row.getObject("transfer", UUID.class)).ref();
                    stored.computeIfAbsent(movement.holder().ref(), ref -> new Account())
                            .take(Account.mark(transfer, movement), movement.amount(), null);
                });
        compareAccounts(stored, found);
        compareSlices(tables, found);
    }

    private void compareLots(
            JdbcTemplate tables, Map<String, Account> stored, Consumer<Difference> found) {
        var unseen = new TreeMap<>(left);
        tables.query(
                "select * from money_lot",
                row -> {
                    Lot lot = LotRows.lot(row, 0);
                    stored.computeIfAbsent(lot.holder().ref(), ref -> new Account())
                            .note(Account.mark(lot.id(), lot.terms().written(), lot.amount()));
                    compare(lot, unseen.remove(lot.id().ref()), found);
                });
        unseen.forEach((id, said) ->
                found.accept(Difference.deleted(said.last(), id, LOTS, said.amount() + " won")));
    }

    private static void compare(Lot lot, @Nullable Left said, Consumer<Difference> found) {
        long amount = said == null ? 0 : said.amount();
        if (amount != lot.remaining()) {
            found.accept(
                    Difference.changed(
                            said == null ? null : said.last(),
                            lot.id().ref(),
                            LOTS,
                            "remaining",
                            Long.toString(amount),
                            Long.toString(lot.remaining())));
        }
    }

    private void compareAccounts(Map<String, Account> stored, Consumer<Difference> found) {
        var unseen = new TreeMap<>(stored);
        accounts.forEach((ref, said) -> {
            Account now = unseen.remove(ref);
            if (now == null) {
                found.accept(Difference.deleted(said.last(), ref, MOVEMENTS, said.toString()));
            } else if (!said.toString().equals(now.toString())) {
                found.accept(
                        Difference.changed(
                                said.last(),
                                ref,
                                MOVEMENTS,
                                "movements and lots",
                                said.toString(),
                                now.toString()));
            }
        });
        unseen.forEach(
                (ref, now) -> found.accept(Difference.added(ref, MOVEMENTS, now.toString())));
    }

    private void compareSlices(JdbcTemplate tables, Consumer<Difference> found) {
        var unseen = new TreeMap<String, Account>(accounts);
        tables.query(
                "select account, sum(remaining) as remaining from money_slice group by account",
                row -> {
                    compareSlice(row, found);
                    unseen.remove(row.getString("account"));
                });
        unseen.forEach((ref, said) -> {
            if (said.sum() != 0 && Holder.read(ref).kind().sliced()) {
                String sum = Long.toString(said.sum());
                found.accept(Difference.deleted(said.last(), ref, SLICES, sum));
            }
        });
    }

    private void compareSlice(ResultSet row, Consumer<Difference> found) throws SQLException {
        String ref = row.getString("account");
        Account said = accounts.getOrDefault(ref, new Account());
        long stored = row.getLong("remaining");
        if (said.sum() != stored) {
            found.accept(
                    Difference.changed(
                            said.last(),
                            ref,
                            SLICES,
                            "remaining",
                            Long.toString(said.sum()),
                            Long.toString(stored)));
        }
    }

    @Override
    public SortedMap<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        counts.put("holders", (long) accounts.size());
        counts.put("lots", (long) left.size());
        return counts;
    }

    private Account account(String ref) {
        return accounts.computeIfAbsent(ref, each -> new Account());
    }
}
