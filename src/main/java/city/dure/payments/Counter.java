package city.dure.payments;

import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.consents.Consents;
import city.dure.eligibility.Eligibility;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.MoneyKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at who pays and where, as both are now. */
@Component
class Counter {
    private final Merchants merchants;
    private final Eligibility eligibility;
    private final Citizens citizens;
    private final Consents consents;

    Counter(Merchants merchants, Eligibility eligibility, Citizens citizens, Consents consents) {
        this.merchants = merchants;
        this.eligibility = eligibility;
        this.citizens = citizens;
        this.consents = consents;
    }

    /**
     * Somebody who wants to pay at a shop.
     *
     * @throws city.dure.web.NotFound when there is no such shop
     */
    Visit visit(Actor actor, MerchantId id) {
        MerchantSummary shop = merchants.summary(id);
        var accepted = eligibility.accepted(shop);
        CitizenId citizen = citizens.of(actor).map(Citizen::id).orElse(null);
        Stop stop = stop(actor, shop, accepted.kinds(), citizen);
        return new Visit(shop, accepted.kinds(), accepted.networks(), citizen, stop);
    }

    private @Nullable Stop stop(
            Actor actor, MerchantSummary shop, Set<MoneyKind> kinds, @Nullable CitizenId citizen) {
        return Stop.of(shop.status())
                .or(() -> kinds.isEmpty() ? Optional.of(Stop.NO_MONEY) : Optional.empty())
                .or(() -> citizen == null ? Optional.of(Stop.NOT_JOINED) : Optional.empty())
                .or(() ->
                        consents.agreesToRequired(actor.ref())
                                ? Optional.empty()
                                : Optional.of(Stop.NOT_AGREED))
                .orElse(null);
    }
}
