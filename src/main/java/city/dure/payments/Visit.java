package city.dure.payments;

import city.dure.access.Device;
import city.dure.citizens.CitizenId;
import city.dure.merchants.MerchantSummary;
import city.dure.money.Spending;
import city.dure.shared.MoneyKind;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the counter of a shop.
 *
 * @param kinds the kinds of money that the shop may accept now
 * @param networks the networks that it is in now
 * @param citizen who pays; null when they are no member
 * @param stop why nothing can be paid; null when something can
 */
record Visit(
        MerchantSummary shop,
        Set<MoneyKind> kinds,
        Set<String> networks,
        @Nullable CitizenId citizen,
        @Nullable Stop stop) {
    /** Whether what a citizen tops up can be spent here. */
    public boolean takesOwn() {
        return kinds.contains(MoneyKind.GENERAL);
    }

    /** Whether it is known who pays, so that a refusal can be noted. */
    boolean known() {
        return citizen != null && stop != Stop.NOT_AGREED;
    }

    /** What is wanted here. */
    Spending spending(Payments.Wanted wanted) {
        Device device = wanted.device();
        return spending(
                "pay " + wanted.operation(),
                wanted.amount(),
                device == null ? null : device.ref(),
                wanted.agreed());
    }

    /** Paying an amount in won here, by a key. */
    Spending spending(String key, long amount, @Nullable String device, @Nullable String agreed) {
        return new Spending(
                key,
                Spending.newPayment(),
                Objects.requireNonNull(citizen),
                shop.id(),
                amount,
                kinds,
                networks,
                new Spending.Means(device, null, null),
                agreed);
    }
}
