package city.dure.money;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes transfers: movements that sum to 0, the lots they change, and their one entry, all in the
 * caller's transaction. Funds and rights were taken from before ({@link Slices#take}); what comes
 * into one is added here.
 */
@Component
class Posting {
    private final TransferRows transfers;
    private final LotRows lots;
    private final Slices slices;
    private final Ledger ledger;
    private final Clock clock;

    Posting(TransferRows transfers, LotRows lots, Slices slices, Ledger ledger, Clock clock) {
        this.transfers = transfers;
        this.lots = lots;
        this.slices = slices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The business clock's time, as exact as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What was made of a key before; empty when it is new.
     *
     * @throws Conflict when something else was asked for with it
     */
    Optional<Transfer> before(Asked asked) {
        var answered = transfers.answered(asked.key());
        if (answered.isPresent() && !answered.get().question().equals(asked.question())) {
            throw new Conflict("money.key.other");
        }
        return answered.map(TransferRows.Answered::transfer);
    }

    /**
     * Writes a transfer.
     *
     * @param made new lots, each in the movements with its whole amount
     * @param entry what the ledger is told of it
     * @throws IllegalArgumentException when the movements do not sum to 0
     */
    Transfer post(
            Actor actor,
            Asked asked,
            Transfer.Kind kind,
            @Nullable TransferId reverses,
            List<Movement> movements,
            List<Lot> made,
            Function<Transfer, LedgerRecord> entry) {
        requireBalance(movements);
        var transfer =
                new Transfer(
                        TransferId.random(), kind, asked.reference(), reverses, now(), movements);
        var fresh = made.stream().map(Lot::id).toList();
        lots.add(made);
        lots.move(movements.stream().filter(each -> !fresh.contains(each.lot())).toList());
        movements.forEach(this::fill);
        transfers.add(actor, asked, transfer);
        ledger.record(actor, entry.apply(transfer));
        return transfer;
    }

    private void fill(Movement movement) {
        boolean pieces =
                movement.holder().kind() == Holder.Kind.FUND
                        || movement.holder().kind() == Holder.Kind.RIGHT;
        if (pieces && movement.amount() > 0) {
            slices.add(movement.holder(), movement.amount());
        }
    }

    private static void requireBalance(List<Movement> movements) {
        long sum = movements.stream().mapToLong(Movement::amount).reduce(0, Math::addExact);
        if (sum != 0 || movements.stream().anyMatch(movement -> movement.amount() == 0)) {
            throw new IllegalArgumentException("movements do not balance: " + movements);
        }
    }
}
