package city.dure.payments;

import city.dure.book.TransferId;
import city.dure.merchants.MerchantId;
import city.dure.money.GivingBack;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a shop gives back of a payment, in part or whole. */
@Service
@Transactional
class Refunds {
    private final Receipts receipts;
    private final RefundsOwed refunds;

    Refunds(Receipts receipts, RefundsOwed refunds) {
        this.receipts = receipts;
        this.refunds = refunds;
    }

    /**
     * A payment that a shop may give back.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     */
    @Transactional(readOnly = true)
    Receipt open(MerchantId shop, TransferId payment) {
        return receipts.taken(shop, payment);
    }

    /**
     * Gives an amount in won back, once by the operation: at once what the shop has, the rest out
     * of its next sales.
     *
     * @throws city.dure.web.NotFound when the shop took none such
     */
    RefundsOwed.Given giveBack(
            Actor actor, MerchantId shop, TransferId payment, long amount, UUID operation) {
        receipts.taken(shop, payment);
        String key = "give back " + operation;
        return refunds.giveBack(
                actor, new GivingBack(key, GivingBack.newRefund(), payment, amount));
    }
}
