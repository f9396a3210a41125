package city.dure.intake;

import city.dure.applications.ApplicationId;
import city.dure.applications.Applications;
import city.dure.audit.SubjectNames;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls an application by its shop, and tells about it those concerned and merchant officers. */
@Component
class ApplicationNames implements SubjectNames {
    private final Applications applications;

    ApplicationNames(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String prefix() {
        return "a";
    }

    @Override
    public Map<String, String> names(Collection<String> refs) {
        return applications.names(refs);
    }

    @Override
    public boolean concerns(Actor actor, String ref) {
        return actor.role() == Role.MERCHANT_OFFICER
                || applications.concerns(actor, ApplicationId.valueOf(ref));
    }
}
