package city.dure.payments;

import city.dure.book.Book;
import city.dure.book.Holder;
import city.dure.book.TransferId;
import city.dure.merchants.MerchantId;
import city.dure.money.GivingBack;
import city.dure.money.Money;
import city.dure.money.Outcome;
import city.dure.shared.Actor;
import city.dure.shared.PublicId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a shop gives back of a payment, in part or whole. */
@Service
@Transactional
class Refunds {
    private static final String REFUND = "r";

    private final Receipts receipts;
    private final Book book;
    private final Money money;

    Refunds(Receipts receipts, Book book, Money money) {
        this.receipts = receipts;
        this.book = book;
        this.money = money;
    }

    /**
     * A payment that a shop may give back, and how much of it now.
     *
     * @param most in won; never more than what the shop took and was not paid out
     */
    record Open(Receipt receipt, long most) {}

    /**
     * What may be given back of a payment now.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     */
    @Transactional(readOnly = true)
    Open open(MerchantId shop, TransferId payment) {
        Receipt receipt = receipts.taken(shop, payment);
        long owed = Math.max(0, book.sum(Holder.shop(shop)));
        return new Open(receipt, Math.min(receipt.open(), owed));
    }

    /**
     * Gives an amount in won back, once by the operation, from what the shop is still owed.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     */
    Outcome giveBack(
            Actor actor, MerchantId shop, TransferId payment, long amount, UUID operation) {
        receipts.taken(shop, payment);
        String refund = PublicId.write(REFUND, UUID.randomUUID());
        var back = new GivingBack("give back " + operation, refund, payment, amount);
        return money.giveBack(actor, back);
    }
}
