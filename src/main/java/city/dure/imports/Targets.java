package city.dure.imports;

import city.dure.web.NotFound;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lists can be uploaded into. */
@Component
class Targets {
    private final List<ImportTarget> targets;

    Targets(List<ImportTarget> targets) {
        this.targets = targets.stream().sorted(Comparator.comparing(ImportTarget::name)).toList();
    }

    List<ImportTarget> all() {
        return targets;
    }

    ImportTarget of(Run run) {
        return named(run.target());
    }

    ImportTarget named(String name) {
        return targets.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("import target " + name));
    }
}
