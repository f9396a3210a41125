package city.dure.rotation;

import city.dure.ledger.Ledger;
import city.dure.rotation.RotationRecords.KeysRewrapped;
import city.dure.rotation.RotationRecords.MasterKeyChanged;
import city.dure.shared.Actor;
import city.dure.vault.Rewrapping;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Wraps every key under the new master key, some thousand a transaction and each with its entry:
 * broken off anywhere it goes on from there, beside portals that have both keys.
 */
@Service
class Rotation {
    private static final int PIECE = 5_000;

    private final Rewrapping rewrapping;
    private final Ledger ledger;
    private final TransactionOperations transaction;

    Rotation(Rewrapping rewrapping, Ledger ledger, TransactionOperations transaction) {
        this.rewrapping = rewrapping;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /**
     * Does it to the end.
     *
     * @param told is told after each piece how many were wrapped anew so far
     * @return how many in all; negative when there was nothing to change
     */
    long run(LongConsumer told) {
        if (Boolean.FALSE.equals(transaction.execute(status -> rewrapping.isDue()))) {
            return -1;
        }
        long all = 0;
        long pass;
        do { // Until a whole pass finds nothing: portals make new keys all the time
            pass = pass(all, told);
            all += pass;
        } while (pass > 0);
        transaction.executeWithoutResult(status -> {
            rewrapping.finish();
            ledger.record(Actor.SYSTEM, new MasterKeyChanged(rewrapping.masterKey()));
        });
        return all;
    }

    private long pass(long before, LongConsumer told) {
        long wrapped = 0;
        String last = null;
        do {
            var piece = piece(last);
            wrapped += piece.wrapped();
            last = piece.last();
            told.accept(before + wrapped);
        } while (last != null);
        return wrapped + secrets();
    }

    /** The next keys of persons, with their entry where any was under the key before. */
    Rewrapping.Piece piece(@Nullable String after) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var piece = rewrapping.subjects(after, PIECE);
                    record(piece.wrapped());
                    return piece;
                }));
    }

    private int secrets() {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    int wrapped = rewrapping.secrets();
                    record(wrapped);
                    return wrapped;
                }));
    }

    private void record(int wrapped) {
        if (wrapped > 0) {
            ledger.record(Actor.SYSTEM, new KeysRewrapped(rewrapping.masterKey(), wrapped));
        }
    }
}
