package city.dure.shopreports;

import static java.util.stream.Collectors.toMap;

import city.dure.audit.SubjectNames;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls a reported shop as everybody does; its reports are told to officials, not to the shop. */
@Component
class ReportedShopNames implements SubjectNames {
    private final Merchants merchants;

    ReportedShopNames(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public String prefix() {
        return ReportedShop.PREFIX;
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        var shops = refs.stream().map(ReportedShop::valueOf).map(ReportedShop::shop).toList();
        return merchants.summaries(shops).stream()
                .collect(toMap(shop -> new ReportedShop(shop.id()).ref(), shop -> shop.name()));
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.role() == Role.MERCHANT_OFFICER;
    }
}
