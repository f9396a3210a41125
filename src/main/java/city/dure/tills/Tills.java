package city.dure.tills;

import city.dure.eligibility.Eligibility;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.tills.TillProperties.Bound;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Knows for which shop a machine may act. */
@Component
class Tills {
    private final Map<String, Bound> bound;
    private final Merchants merchants;
    private final Eligibility eligibility;

    Tills(TillProperties properties, Merchants merchants, Eligibility eligibility) {
        this.bound = new ConcurrentHashMap<>(properties.machines());
        this.merchants = merchants;
        this.eligibility = eligibility;
    }

    /** A shop, and which money it may accept now. */
    record Shop(MerchantSummary row, Eligibility.Accepted accepted) {
        MerchantId id() {
            return row.id();
        }
    }

    /** Makes a machine the till of a shop. */
    void bind(String machine, MerchantId shop) {
        bound.put(machine, new Bound(shop.ref(), null));
    }

    /**
     * The shop for which a machine acts.
     *
     * @param named the shop that the machine names; null when it names none
     * @throws TillProblem when the machine is no till, or not that shop's
     */
    Shop of(Actor machine, @Nullable String named) {
        Bound till = bound.get(machine.ref());
        if (till == null) {
            throw new TillProblem(HttpStatus.FORBIDDEN, "unbound");
        }
        if (till.shop() != null) {
            if (named != null && !named.equals(till.shop())) {
                throw new TillProblem(HttpStatus.FORBIDDEN, "shop_other");
            }
            return shop(till.shop());
        }
        if (named == null) {
            throw new TillProblem(HttpStatus.BAD_REQUEST, "shop_missing");
        }
        Shop shop = shop(named);
        if (!shop.accepted().networks().contains(till.network())) {
            throw new TillProblem(HttpStatus.FORBIDDEN, "shop_other");
        }
        return shop;
    }

    private Shop shop(String ref) {
        MerchantSummary row = merchants.summary(id(ref));
        return new Shop(row, eligibility.accepted(row));
    }

    private static MerchantId id(String ref) {
        try {
            return MerchantId.valueOf(ref);
        } catch (IllegalArgumentException e) {
            throw new TillProblem(HttpStatus.FORBIDDEN, "shop_other");
        }
    }
}
