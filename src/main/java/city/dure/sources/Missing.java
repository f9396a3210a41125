package city.dure.sources;

import city.dure.imports.ImportRun;
import city.dure.merchants.ListTaking;
import city.dure.merchants.Listing;
import city.dure.merchants.MerchantId;
import city.dure.merchants.MerchantStatus;
import city.dure.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a list names, to be looked for in its newer file, and what becomes of what is gone there.
 */
@Service
@Transactional
public class Missing {
    private final JdbcClient jdbc;
    private final ListEntries entries;
    private final Images images;
    private final ListTaking businesses;

    Missing(JdbcClient jdbc, ListEntries entries, Images images, ListTaking businesses) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.images = images;
        this.businesses = businesses;
    }

    /**
     * A business that a list names.
     *
     * @param counts whether no other list counts for it or names it as open, so that this list may
     *     close it
     */
    public record Named(
            String key,
            MerchantId business,
            String name,
            @Nullable String address,
            MerchantStatus status,
            boolean counts) {}

    /** The businesses that a list names, by key, after one. */
    @Transactional(readOnly = true)
    public List<Named> named(String source, String after, int limit) {
        return jdbc.sql(
                        """
                        select e.list_key, e.merchant_id, m.name, coalesce(m.road_address, m.lot_address) as address,
                            m.status, e.stand = 'LEADS' and not exists (
                                select 1 from list_entry o
                                where o.merchant_id = e.merchant_id and o.source <> e.source
                                  and not o.closed) as counts
                        from list_entry e join merchant m on m.id = e.merchant_id
                        where e.source = ? and e.list_key > ?
                        order by e.source, e.list_key limit ?
                        """)
                .params(source, after, limit)
                .query((row, i) ->
                        new Named(
                                row.getString("list_key"),
                                new MerchantId(row.getObject("merchant_id", UUID.class)),
                                row.getString("name"),
                                row.getString("address"),
                                MerchantStatus.valueOf(row.getString("status")),
                                row.getBoolean("counts")))
                .list();
    }

    /**
     * Closes those of the businesses under these keys that are listed and no merchants, with an
     * entry each, and keeps how they were before; gives how many.
     */
    public int close(Actor actor, ImportRun run, List<String> keys) {
        Map<MerchantId, ListEntry> gone =
                entries.of(run.source(), keys).stream()
                        .collect(Collectors.toMap(ListEntry::merchant, Function.identity()));
        List<Listing.Before> closed = businesses.closeGone(actor, run.id(), gone.keySet());
        images.keep(
                run.id().value(),
                closed.stream()
                        .map(before -> image(before, Objects.requireNonNull(gone.get(before.id()))))
                        .toList());
        return closed.size();
    }

    private static Image image(Listing.Before before, ListEntry entry) {
        return new Image(
                entry.key(),
                before.id(),
                Image.What.GONE,
                before.version() + 1,
                entry.version(),
                before,
                entry);
    }
}
