package city.dure.finder;

import static java.util.stream.Collectors.toMap;

import city.dure.audit.SubjectNames;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantSummary;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What businesses are called in the sentences of the ledger. */
@Component
class MerchantNames implements SubjectNames {
    private final Merchants merchants;

    MerchantNames(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public String prefix() {
        return MerchantId.PREFIX;
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        var ids = refs.stream().map(MerchantId::valueOf).toList();
        return merchants.summaries(ids).stream()
                .collect(toMap(MerchantSummary::ref, MerchantSummary::name));
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.role() == Role.MERCHANT_OFFICER
                || merchants.members(MerchantId.valueOf(ref)).stream()
                        .anyMatch(member -> member.account().equals(actor.ref()));
    }
}
