package city.dure.payments;

import city.dure.book.Book;
import city.dure.book.TransferId;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantId;
import city.dure.money.GivingBack;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.shared.Days;
import city.dure.web.Conflict;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a shop gives back of a payment, in part or whole. */
@Service
@Transactional
public class Refunds {
    private final Receipts receipts;
    private final RefundsOwed refunds;
    private final Book book;

    Refunds(Receipts receipts, RefundsOwed refunds, Book book) {
        this.receipts = receipts;
        this.refunds = refunds;
        this.book = book;
    }

    /**
     * What somebody of a shop wants to give back.
     *
     * @param amount in won
     * @param operation makes it count once
     */
    public record Wanted(MerchantId shop, TransferId payment, long amount, UUID operation) {}

    /**
     * A payment that a shop may give back.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     */
    @Transactional(readOnly = true)
    Receipt open(MerchantId shop, TransferId payment) {
        return receipts.taken(shop, payment);
    }

    /** Whether giving so much back now is cancelling: all of it, on the day of the payment. */
    boolean cancels(Receipt receipt, long amount) {
        return amount == receipt.amount() && receipt.cancellable(Days.of(book.now()));
    }

    /**
     * Lets a clerk cancel, and give nothing else back.
     *
     * @throws Conflict when it takes the owner
     */
    void requireRight(Membership as, Receipt receipt, long amount) {
        if (as != Membership.OWNER && !cancels(receipt, amount)) {
            throw new Conflict("payments.clerk");
        }
    }

    /**
     * Gives an amount back, once by the operation: at once what the shop has, the rest out of its
     * next sales.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     * @throws Conflict when it takes the owner
     */
    public RefundsOwed.Given giveBack(Actor actor, Membership as, Wanted wanted) {
        Receipt receipt = receipts.taken(wanted.shop(), wanted.payment());
        var back =
                new GivingBack(
                        "give back " + wanted.operation(),
                        GivingBack.newRefund(),
                        wanted.payment(),
                        wanted.amount());
        if (!refunds.known(back)) {
            requireRight(as, receipt, wanted.amount());
        }
        return refunds.giveBack(actor, back);
    }
}
