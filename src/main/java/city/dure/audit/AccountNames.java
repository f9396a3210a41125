package city.dure.audit;

import city.dure.identity.Accounts;
import city.dure.shared.Actor;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What persons are called; only the auditor is told. */
@Component
class AccountNames implements SubjectNames {
    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String prefix() {
        return "u";
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        return accounts.displayNames(refs);
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.ref().equals(ref);
    }
}
