package city.dure.membership;

import city.dure.audit.SubjectNames;
import city.dure.citizens.CitizenId;
import city.dure.citizens.Citizens;
import city.dure.citizens.FormerIds;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls no citizen by name; the closed entries about one are told to them. */
@Component
class CitizenNames implements SubjectNames {
    private final Citizens citizens;
    private final FormerIds formerIds;

    CitizenNames(Citizens citizens, FormerIds formerIds) {
        this.citizens = citizens;
        this.formerIds = formerIds;
    }

    @Override
    public String prefix() {
        return CitizenId.PREFIX;
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        return Map.of();
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.role() == Role.CITIZEN
                && citizens.of(actor)
                        .filter(own -> formerIds.refs(own.id()).contains(ref))
                        .isPresent();
    }
}
