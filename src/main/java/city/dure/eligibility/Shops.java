package city.dure.eligibility;

import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what rules look at; two statements, however many shops. */
@Component
class Shops {
    private final Turnovers turnovers;
    private final Networks networks;

    Shops(Turnovers turnovers, Networks networks) {
        this.turnovers = turnovers;
        this.networks = networks;
    }

    Shop seen(MerchantSummary shop) {
        return Objects.requireNonNull(seen(List.of(shop)).get(shop.id()));
    }

    Map<MerchantId, Shop> seen(Collection<MerchantSummary> shops) {
        var ids = shops.stream().map(MerchantSummary::id).toList();
        var declared = turnovers.newest(ids);
        var belonging = networks.of(ids);
        Function<MerchantSummary, Shop> seen =
                shop ->
                        new Shop(
                                shop.status(),
                                shop.business().category(),
                                shop.business().district(),
                                declared.get(shop.id()),
                                belonging.getOrDefault(shop.id(), Set.of()));
        return shops.stream().collect(Collectors.toMap(MerchantSummary::id, seen));
    }
}
