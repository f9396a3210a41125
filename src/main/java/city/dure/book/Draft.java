package city.dure.book;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Movements that are to become a transfer.
 *
 * @param reverses the transfer that they take back, in part or whole
 * @param made new lots, each of which comes in with its whole amount
 */
public record Draft(
        Transfer.Kind kind,
        Asked asked,
        @Nullable TransferId reverses,
        List<Movement> movements,
        List<Lot> made) {
    public Draft {
        movements = List.copyOf(movements);
        made = List.copyOf(made);
    }

    /** Movements between lots and holders that are there, taking nothing back. */
    public static Draft of(Transfer.Kind kind, Asked asked, List<Movement> movements) {
        return new Draft(kind, asked, null, movements, List.of());
    }

    /** The same, with the lots that somebody gets by it. */
    public Draft making(List<Lot> lots) {
        var all = new ArrayList<>(movements);
        lots.forEach(lot -> all.add(Movement.of(lot, lot.amount())));
        return new Draft(kind, asked, reverses, all, lots);
    }

    /** The terms of the new lots as entries have them, by lot. */
    public Map<String, String> terms() {
        return made.stream()
                .collect(
                        toMap(
                                lot -> lot.id().ref(),
                                lot -> lot.terms().written(),
                                (one, other) -> one,
                                TreeMap::new));
    }

    /** What happens to lots that are there already. */
    List<Movement> ofOldLots() {
        Set<LotId> fresh = made.stream().map(Lot::id).collect(Collectors.toSet());
        return movements.stream()
                .filter(each -> each.lot() != null && !fresh.contains(each.lot()))
                .toList();
    }

    /** Money is neither made nor lost. */
    void requireBalance() {
        long sum = amounts().reduce(0, Math::addExact);
        if (movements.isEmpty() || sum != 0 || amounts().anyMatch(each -> each == 0)) {
            throw new IllegalArgumentException("movements do not balance: " + movements);
        }
    }

    private LongStream amounts() {
        return movements.stream().mapToLong(Movement::amount);
    }
}
