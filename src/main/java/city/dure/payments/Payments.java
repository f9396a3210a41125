package city.dure.payments;

import city.dure.access.Device;
import city.dure.merchants.MerchantId;
import city.dure.money.Money;
import city.dure.money.Outcome;
import city.dure.money.Spending;
import city.dure.shared.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Paying at a shop by oneself. */
@Service
@Transactional
public class Payments {
    private final Counter counter;
    private final Money money;

    Payments(Counter counter, Money money) {
        this.counter = counter;
        this.money = money;
    }

    /**
     * What became of a try to pay.
     *
     * @param visit as everything was at that moment
     * @param outcome null when it was stopped before any money was looked at
     */
    public record Attempt(Visit visit, @Nullable Outcome outcome) {}

    /** Somebody who wants to pay at a shop. */
    @Transactional(readOnly = true)
    Visit visit(Actor actor, MerchantId shop) {
        return counter.visit(actor, shop);
    }

    /** What would become of paying an amount in won now; of a visit that nothing stops. */
    @Transactional(readOnly = true)
    Spending.Foreseen foresee(Visit visit, long amount) {
        return money.foresee(visit.spending("foreseen", amount, null, null));
    }

    /**
     * What somebody wants to pay.
     *
     * @param amount in won, above 0
     * @param operation makes it count once
     * @param device the payer's browser; null where none is known
     * @param agreed out of which purses it was told to come; null where nothing was told
     */
    public record Wanted(
            MerchantId shop,
            long amount,
            UUID operation,
            @Nullable Device device,
            @Nullable String agreed) {}

    /**
     * Pays, by what the shop and the payer are at this moment. The book keeps the operation with
     * the payment, so that it counts once for ever; what was refused may be tried again with it.
     */
    public Attempt pay(Actor actor, Wanted wanted) {
        Visit visit = counter.visit(actor, wanted.shop());
        return visit.known()
                ? new Attempt(visit, money.pay(actor, visit.spending(wanted)))
                : new Attempt(visit, null);
    }
}
