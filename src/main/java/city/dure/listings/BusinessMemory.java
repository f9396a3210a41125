package city.dure.listings;

import city.dure.history.ListMemory;
import city.dure.imports.ImportRun;
import city.dure.shared.Actor;
import city.dure.sources.Missing;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is remembered of each list of businesses. */
@Component
class BusinessMemory implements ListMemory {
    private final Missing missing;

    BusinessMemory(Missing missing) {
        this.missing = missing;
    }

    @Override
    public String target() {
        return BusinessList.NAME;
    }

    @Override
    public List<Known> known(ImportRun run, String after, int limit) {
        return missing.named(run.source(), after, limit).stream()
                .map(BusinessMemory::known)
                .toList();
    }

    @Override
    public int close(Actor actor, ImportRun run, List<String> keys) {
        return missing.close(actor, run, keys);
    }

    private static Known known(Missing.Named named) {
        String address = Objects.requireNonNullElse(named.address(), "");
        return new Known(
                named.key(),
                address.isEmpty() ? named.name() : named.name() + " · " + address,
                "/office/merchants/" + named.business(),
                fate(named));
    }

    private static Fate fate(Missing.Named named) {
        return switch (named.status()) {
            case CLOSED -> Fate.CLOSED;
            case APPROVED, SUSPENDED -> Fate.KEPT;
            case LISTED -> named.counts() ? Fate.OPEN : Fate.ELSEWHERE;
        };
    }
}
