package city.dure.book;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes transfers: movements that sum to 0, the lots and funds they change, and their one entry,
 * all in the caller's transaction. What is once written is never changed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Book {
    private final HolderRows holders;
    private final TransferRows transfers;
    private final LotRows lots;
    private final Slices slices;
    private final Ledger ledger;
    private final Clock clock;

    Book(
            HolderRows holders,
            TransferRows transfers,
            LotRows lots,
            Slices slices,
            Ledger ledger,
            Clock clock) {
        this.holders = holders;
        this.transfers = transfers;
        this.lots = lots;
        this.slices = slices;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A transfer that was written, with its entry. */
    public record Posted(Transfer transfer, LedgerReceipt receipt) {}

    /** The business clock's time, as exact as it is stored. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Lets a holder hold something; nothing happens where it can. */
    public void open(Holder holder) {
        holders.open(holder, now());
        if (holder.kind().sliced()) {
            slices.open(holder);
        }
    }

    /**
     * What was made of a key before; empty when it is new.
     *
     * @throws Conflict when something else was asked for with it
     */
    public Optional<Transfer> answered(Asked asked) {
        var answered = transfers.answered(asked.key());
        if (answered.isPresent() && !answered.get().question().equals(asked.question())) {
            throw new Conflict("book.key.other");
        }
        return answered.map(TransferRows.Answered::transfer);
    }

    /**
     * Writes a transfer.
     *
     * @param entry what the ledger is told of it
     * @return empty when a fund or a right has not that much; nothing moved then
     * @throws IllegalArgumentException when the movements do not sum to 0
     * @throws org.springframework.dao.DataIntegrityViolationException when a lot has not that much,
     *     or the key was used; the transaction has to be given up then
     */
    public Optional<Posted> post(Actor actor, Draft draft, Function<Transfer, LedgerRecord> entry) {
        draft.requireBalance();
        if (!takeFromFunds(draft.movements())) {
            return Optional.empty();
        }
        var transfer =
                new Transfer(
                        TransferId.random(),
                        draft.kind(),
                        draft.asked().reference(),
                        draft.reverses(),
                        now(),
                        draft.movements());
        lots.add(draft.made());
        lots.move(draft.ofOldLots());
        transfers.add(actor, draft.asked(), transfer);
        fillFunds(draft.movements());
        return Optional.of(new Posted(transfer, ledger.record(actor, entry.apply(transfer))));
    }

    /** What takes all that is left of these lots back to their funds, which are opened for it. */
    public List<Movement> backToFunds(List<Lot> lots) {
        lots.stream().map(lot -> lot.terms().fund()).distinct().forEach(this::open);
        return lots.stream()
                .flatMap(lot ->
                        Stream.of(
                                Movement.of(lot, -lot.remaining()),
                                Movement.of(lot.terms().fund(), lot.remaining())))
                .toList();
    }

    /** A transfer with its movements. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Transfer> find(TransferId id) {
        return transfers.find(id);
    }

    /** The lots of a holder of which something is left, expired or not. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Lot> left(Holder holder) {
        return lots.left(holder);
    }

    /** These lots, in no order. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Lot> lots(Collection<LotId> ids) {
        return lots.all(ids);
    }

    /**
     * Lets nobody else who locks it go on with a holder until the transaction ends; a holder that
     * nobody locked before is written down, so the transaction must have an entry.
     */
    public void lock(Holder holder) {
        holders.open(holder, now());
        holders.lock(holder);
    }

    /** Lets nobody else who locks it take a transfer back until the transaction ends. */
    public void lock(TransferId id) {
        transfers.lock(id);
    }

    /** How much of a payment its shop gave back, in won; what was countered does not count. */
    public long givenBack(TransferId id) {
        return transfers.givenBack(id);
    }

    /** Whether a transfer was taken back, in part or whole, and still is. */
    public boolean reversed(TransferId id) {
        return transfers.reversed(id);
    }

    /** Whether lots and shops have what a draft takes from them; funds say so when it is posted. */
    public boolean covers(Draft draft) {
        return draft.movements().stream()
                .filter(movement -> movement.amount() < 0)
                .allMatch(
                        movement -> covers(movement.holder(), movement.lot(), -movement.amount()));
    }

    private boolean covers(Holder holder, @Nullable LotId lot, long amount) {
        if (lot != null) {
            return lots.all(List.of(lot)).stream().allMatch(it -> it.remaining() >= amount);
        }
        return holder.kind() != Holder.Kind.SHOP || transfers.sum(holder) >= amount;
    }

    /** What a fund or a right has left, in won. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long leftOf(Holder fund) {
        return slices.left(fund);
    }

    /** The sum of all that came to and went from a holder, in won; grows with its history. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long sum(Holder holder) {
        return transfers.sum(holder);
    }

    /** The holders of lots that are over and not empty, those first that waited longest. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Holder> overdue(Instant now, int most) {
        return lots.overdue(now, most);
    }

    /** All or nothing: what was taken goes back when the next has not enough. */
    private boolean takeFromFunds(List<Movement> movements) {
        var taken = new ArrayList<Movement>();
        for (Movement movement : outOfFunds(movements)) {
            if (!slices.take(movement.holder(), -movement.amount())) {
                taken.forEach(each -> slices.fill(each.holder(), -each.amount()));
                return false;
            }
            taken.add(movement);
        }
        return true;
    }

    /** In one order for everybody, so that no two wait for each other. */
    private static List<Movement> outOfFunds(List<Movement> movements) {
        return movements.stream()
                .filter(each -> each.holder().kind().sliced() && each.amount() < 0)
                .sorted(Comparator.comparing(Movement::holder, Holder.BY_REF))
                .toList();
    }

    private void fillFunds(List<Movement> movements) {
        movements.stream()
                .filter(each -> each.holder().kind().sliced() && each.amount() > 0)
                .sorted(Comparator.comparing(Movement::holder, Holder.BY_REF))
                .forEach(each -> slices.fill(each.holder(), each.amount()));
    }
}
