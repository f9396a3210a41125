package city.dure.payments;

import city.dure.book.Holder;
import city.dure.book.Passbook;
import city.dure.book.Transfer;
import city.dure.ledger.SealedEntry;
import city.dure.merchants.MerchantSummary;
import city.dure.shared.Days;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was, and what of it was given back since.
 *
 * @param amount what was paid, in won
 * @param purses out of what; empty where that is nobody's business
 * @param refunds what the shop gave back, oldest first
 * @param owed what the shop is to give back besides and had not yet, in won
 * @param entries what the ledger says of it so far, newest first; empty like the purses
 */
record Receipt(
        Transfer payment,
        MerchantSummary shop,
        long amount,
        List<PurseSum> purses,
        List<Passbook.Line> refunds,
        long owed,
        List<SealedEntry> entries) {
    /** What was given back, in won. */
    public long returned() {
        return -refunds.stream().mapToLong(Passbook.Line::amount).sum();
    }

    /** What was not given back, in won. */
    public long open() {
        return amount - returned();
    }

    /** How much of it the shop may still be asked for, in won. */
    public long most() {
        return open() - owed;
    }

    /** Whether nothing of it was given back yet, and it was made on a day in Seoul. */
    public boolean cancellable(LocalDate day) {
        return open() == amount && owed == 0 && Days.of(payment.at()).equals(day);
    }

    /** Whether a transfer cancelled it: took all of it back on its own day. */
    boolean cancelledBy(@Nullable Transfer given) {
        var paid = new Passbook.Reversed(payment.at(), amount);
        return given != null && paid.cancelledBy(-given.change(Holder.shop(shop.id())), given.at());
    }
}
