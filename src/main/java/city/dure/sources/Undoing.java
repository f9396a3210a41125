package city.dure.sources;

import city.dure.imports.ImportRun;
import city.dure.ledger.Ledger;
import city.dure.merchants.ListUndoing;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.sources.Image.What;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what a run did to businesses, and says what stands in the way. */
@Service
@Transactional
public class Undoing {
    private final Images images;
    private final ListEntries entries;
    private final Dependents dependents;
    private final ListUndoing businesses;
    private final Ledger ledger;

    Undoing(
            Images images,
            ListEntries entries,
            Dependents dependents,
            ListUndoing businesses,
            Ledger ledger) {
        this.images = images;
        this.entries = entries;
        this.dependents = dependents;
        this.businesses = businesses;
        this.ledger = ledger;
    }

    /**
     * How many businesses, by what a run did to them.
     *
     * @param reopened those that it closed because they were gone
     * @param left those that somebody changed meanwhile, which stay as they are
     */
    public record Counts(long added, long changed, long reopened, long named, long left) {
        /** All of them. */
        public long total() {
            return added + changed + reopened + named + left;
        }
    }

    /** What a run did that can still be taken back. */
    @Transactional(readOnly = true)
    public Counts counts(ImportRun run) {
        Map<What, Long> counts = images.counts(run.id().value());
        return new Counts(
                counts.getOrDefault(What.ADDED, 0L),
                counts.getOrDefault(What.CHANGED, 0L),
                counts.getOrDefault(What.GONE, 0L),
                counts.getOrDefault(What.NAMED, 0L),
                0);
    }

    /** The businesses because of which a run cannot be taken back, by name. */
    @Transactional(readOnly = true)
    public Page<Dependent> dependents(ImportRun run, String text, String after, int size) {
        return dependents.page(run, text, after, size);
    }

    /**
     * Takes the next ones back, with an entry each; what somebody changed after the check before
     * stays as it is.
     */
    public Counts takeBack(Actor actor, ImportRun run, int limit) {
        UUID id = run.id().value();
        List<Image> next = images.first(id, limit);
        if (next.isEmpty()) {
            return new Counts(0, 0, 0, 0, 0);
        }
        Map<MerchantId, Integer> versions =
                businesses.lock(next.stream().map(Image::business).toList());
        Map<String, ListEntry> said =
                entries.of(run.source(), next.stream().map(Image::key).toList()).stream()
                        .collect(Collectors.toMap(ListEntry::key, Function.identity()));
        List<Image> free =
                next.stream().filter(image -> isUntouched(image, versions, said)).toList();
        putBack(actor, run, free, said);
        images.remove(id, next);
        return new Counts(
                count(free, What.ADDED),
                count(free, What.CHANGED),
                count(free, What.GONE),
                count(free, What.NAMED),
                next.size() - free.size());
    }

    private void putBack(
            Actor actor, ImportRun run, List<Image> free, Map<String, ListEntry> said) {
        businesses.withdraw(actor, run.id(), ids(free, What.ADDED));
        List<Listing.Before> before =
                free.stream().map(Image::merchant).filter(Objects::nonNull).toList();
        businesses.putBack(actor, run.id(), before);
        entries.change(free.stream().map(Image::entry).filter(Objects::nonNull).toList());
        entries.remove(
                free.stream()
                        .filter(image -> image.entry() == null)
                        .map(image -> said.get(image.key()))
                        .filter(Objects::nonNull)
                        .toList());
        var named = ids(free, What.NAMED);
        if (!named.isEmpty()) {
            ledger.recordAll(
                    actor,
                    named.stream()
                            .map(business -> new SourceRecords.Unnamed(business, run.id()))
                            .toList());
        }
    }

    private static boolean isUntouched(
            Image image, Map<MerchantId, Integer> versions, Map<String, ListEntry> said) {
        ListEntry entry = said.get(image.key());
        Integer version = versions.get(image.business());
        return entry != null
                && entry.version() == image.entryVersion()
                && (image.what() == What.NAMED
                        || version != null && version == image.merchantVersion());
    }

    private static Collection<MerchantId> ids(List<Image> images, What what) {
        return images.stream().filter(image -> image.what() == what).map(Image::business).toList();
    }

    private static long count(List<Image> images, What what) {
        return images.stream().filter(image -> image.what() == what).count();
    }
}
