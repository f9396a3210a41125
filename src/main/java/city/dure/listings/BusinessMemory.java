package city.dure.listings;

import city.dure.history.ListMemory;
import city.dure.history.TakeBack;
import city.dure.imports.ImportRun;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.sources.Missing;
import city.dure.sources.Undoing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is remembered of each list of businesses. */
@Component
class BusinessMemory implements ListMemory {
    private final Missing missing;
    private final Undoing undoing;

    BusinessMemory(Missing missing, Undoing undoing) {
        this.missing = missing;
        this.undoing = undoing;
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

    @Override
    public TakeBack undoable(ImportRun run) {
        Undoing.Counts counts = undoing.counts(run);
        return told(counts, counts.total());
    }

    @Override
    public Page<Dependent> dependents(ImportRun run, String text, String after, int size) {
        var page = undoing.dependents(run, text, after, size);
        return new Page<>(
                page.rows().stream().map(BusinessMemory::dependent).toList(), page.next());
    }

    @Override
    public TakeBack takeBack(Actor actor, ImportRun run, int limit) {
        return told(undoing.takeBack(actor, run, limit), 0);
    }

    private static TakeBack told(Undoing.Counts counts, long total) {
        return new TakeBack(
                total,
                counts.added(),
                counts.changed(),
                counts.reopened(),
                counts.named(),
                counts.left());
    }

    private static Dependent dependent(city.dure.sources.Dependent one) {
        return new Dependent(
                one.key(),
                title(one.name(), one.address()),
                "/office/merchants/" + one.business(),
                "listings.why." + one.why().name().toLowerCase(Locale.ROOT));
    }

    private static String title(String name, @Nullable String address) {
        return address == null ? name : name + " · " + address;
    }

    private static Known known(Missing.Named named) {
        return new Known(
                named.key(),
                title(named.name(), named.address()),
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
