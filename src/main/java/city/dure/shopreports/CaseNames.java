package city.dure.shopreports;

import city.dure.audit.SubjectNames;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls a case by its shop; its history is told to the officials who settle it. */
@Component
class CaseNames implements SubjectNames {
    private final Cases cases;

    CaseNames(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String prefix() {
        return CaseId.PREFIX;
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        return cases.names(refs.stream().map(CaseId::valueOf).toList());
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.role() == Role.MERCHANT_OFFICER;
    }
}
