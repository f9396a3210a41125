package city.dure.merchants;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerRecord;
import city.dure.shared.Actor;
import city.dure.shared.Spelling;
import city.dure.shared.Subject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts businesses back as they stood before a list changed them, to the last column: also the
 * version, so that what an earlier run did can be taken back after it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ListUndoing {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final MerchantRepository merchants;
    private final Ledger ledger;
    private final Clock clock;

    ListUndoing(
            JdbcClient jdbc,
            JdbcTemplate batches,
            MerchantRepository merchants,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.merchants = merchants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The versions of these businesses, which nobody can change until the transaction ends. */
    public Map<MerchantId, Integer> lock(Collection<MerchantId> ids) {
        Map<MerchantId, Integer> versions = new HashMap<>();
        jdbc.sql(
                        """
                        select id, version from merchant where id = any(cast(? as uuid array))
                        order by id for update
                        """)
                .param(ids.stream().map(MerchantId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    versions.put(new MerchantId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return versions;
    }

    /** Puts locked businesses back, with an entry each. */
    public void putBack(Actor actor, Subject list, List<Listing.Before> before) {
        Map<MerchantId, Merchant> now = new HashMap<>();
        merchants
                .findByIdIn(before.stream().map(one -> one.id().value()).toList())
                .forEach(merchant -> now.put(merchant.id(), merchant));
        List<LedgerRecord> events = new ArrayList<>();
        for (Listing.Before one : before) {
            Merchant merchant = now.get(one.id());
            if (merchant != null) {
                events.add(event(merchant.before(), one, list));
            }
        }
        batches.batchUpdate(
                """
                update merchant set version = ?, status = ?, status_reason = ?, status_at = ?,
                    name = ?, category = ?, category_text = ?, district = ?, road_address = ?,
                    lot_address = ?, postcode = ?, phone = ?, latitude = ?, longitude = ?,
                    closed_on = ?, list_closed = ?, source = ?, changed_by = ?, changed_at = ?,
                    sort_name = ?, search_text = ?
                where id = ?
                """,
                before,
                Math.max(1, before.size()),
                ListUndoing::fill);
        if (!events.isEmpty()) {
            ledger.recordAll(actor, events);
        }
    }

    /** Takes businesses that a wrong list brought out of the finder, with an entry each. */
    public void withdraw(Actor actor, Subject list, Collection<MerchantId> ids) {
        var values = ids.stream().map(MerchantId::value).toList();
        List<LedgerRecord> events = new ArrayList<>();
        for (Merchant merchant :
                values.isEmpty() ? List.<Merchant>of() : merchants.findByIdIn(values)) {
            merchant.withdraw(clock.instant());
            merchant.changed(actor, clock.instant());
            events.add(new MerchantRecords.Closed(merchant.id(), Merchant.WITHDRAWN, list));
        }
        merchants.saveAllAndFlush(List.of());
        if (!events.isEmpty()) {
            ledger.recordAll(actor, events);
        }
    }

    private static LedgerRecord event(Listing.Before now, Listing.Before then, Subject list) {
        if (now.status() == then.status()) {
            var fields = new ArrayList<>(now.business().differences(then.business()));
            if (now.listClosed() != then.listClosed()) {
                fields.add("closed_on");
            }
            return new MerchantRecords.Changed(then.id(), fields, list);
        }
        return then.status() == MerchantStatus.CLOSED
                ? new MerchantRecords.Closed(then.id(), Merchant.WITHDRAWN, list)
                : new MerchantRecords.Listed(
                        then.id(),
                        then.business().category(),
                        then.business().district(),
                        then.status().code(),
                        list);
    }

    private static void fill(PreparedStatement statement, Listing.Before before)
            throws SQLException {
        Business business = before.business();
        @Nullable Object[] values = {
            before.version(),
            before.status().name(),
            before.statusReason(),
            time(before.statusAt()),
            business.name(),
            business.category(),
            business.categoryText(),
            business.district(),
            business.roadAddress(),
            business.lotAddress(),
            business.postcode(),
            business.phone(),
            business.latitude(),
            business.longitude(),
            before.closedOn(),
            before.listClosed(),
            before.source(),
            before.changedBy(),
            time(before.changedAt()),
            Spelling.of(business.name()),
            business.searchText(),
            before.id().value()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
