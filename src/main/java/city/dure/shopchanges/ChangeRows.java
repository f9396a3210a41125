package city.dure.shopchanges;

import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests in the database. */
@Component
class ChangeRows {
    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChangeId add(Actor owner, MerchantId shop, Wanted wanted, Wanted was, Instant at) {
        ChangeId id = ChangeId.random();
        jdbc.sql(
                        """
                        insert into shop_change (id, merchant_id, state, name, category,
                            road_address, was_name, was_category, was_address, requested_by, requested_at, open_shop)
                        values (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), shop.value())
                .param(wanted.name())
                .param(wanted.category())
                .param(wanted.roadAddress())
                .param(was.name())
                .param(was.category())
                .param(was.roadAddress())
                .params(owner.ref(), at.atOffset(ZoneOffset.UTC), shop.value())
                .update();
        return id;
    }

    /** Ends a request that waits; false when it no longer does. */
    boolean end(
            ChangeId id, ChangeState state, Actor by, @Nullable ChangeRefusal reason, Instant at) {
        return jdbc.sql(
                                """
                                update shop_change set state = ?, decided_by = ?, decided_at = ?,
                                    reason = ?, open_shop = null
                                where id = ? and state = 'waiting'
                                """)
                        .params(state.code(), by.ref(), at.atOffset(ZoneOffset.UTC))
                        .param(reason == null ? null : reason.code())
                        .param(id.value())
                        .update()
                > 0;
    }

    Optional<Change> find(ChangeId id) {
        return jdbc.sql("select * from shop_change where id = ?")
                .param(id.value())
                .query(ChangeRows::change)
                .optional();
    }

    /** The newest request of a shop. */
    Optional<Change> newest(MerchantId shop) {
        return jdbc.sql(
                        "select * from shop_change where merchant_id = ?"
                                + " order by requested_at desc, id desc limit 1")
                .param(shop.value())
                .query(ChangeRows::change)
                .optional();
    }

    /** Requests in a state, oldest first, after one of them. */
    List<Change> in(ChangeState state, @Nullable Change after, int limit) {
        var from = after == null ? Instant.EPOCH : after.requestedAt();
        var id = after == null ? new UUID(0, 0) : after.id().value();
        return jdbc.sql(
                        """
                        select * from shop_change
                        where state = :state
                          and (requested_at > :from or (requested_at = :from and id > :id))
                        order by state, requested_at, id limit :limit
                        """)
                .param("state", state.code())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("limit", limit)
                .query(ChangeRows::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var reason = row.getString("reason");
        return new Change(
                new ChangeId(row.getObject("id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                ChangeState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Wanted(
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("road_address")),
                new Wanted(
                        row.getString("was_name"),
                        row.getString("was_category"),
                        row.getString("was_address")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                reason == null ? null : ChangeRefusal.valueOf(reason.toUpperCase(Locale.ROOT)));
    }
}
