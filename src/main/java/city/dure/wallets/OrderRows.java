package city.dure.wallets;

import city.dure.citizens.CitizenId;
import city.dure.wallets.Order.State;
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

/** The top-ups that were asked for, in the database. */
@Component
class OrderRows {
    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Order order) {
        jdbc.sql(
                        "insert into top_up_order (id, citizen_id, amount, paid, given, state,"
                                + " asked_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(order.id().value(), order.citizen().value(), order.amount())
                .params(order.paid(), order.given(), order.state().code())
                .param(order.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(OrderId id, State state, @Nullable String refusal, Instant at) {
        jdbc.sql("update top_up_order set state = ?, refusal = ?, decided_at = ? where id = ?")
                .param(state.code())
                .param(refusal)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(id.value())
                .update();
    }

    Optional<Order> find(OrderId id) {
        return one("select * from top_up_order where id = ?", id);
    }

    /** The row, locked until the transaction ends. */
    Optional<Order> lock(OrderId id) {
        return one("select * from top_up_order where id = ? for update", id);
    }

    /** Those of somebody that wait for the bank, the newest first. */
    List<Order> open(CitizenId citizen, Instant since, int most) {
        return jdbc.sql(
                        "select * from top_up_order where citizen_id = ? and state = 'open'"
                                + " and asked_at >= ? order by asked_at desc limit ?")
                .params(citizen.value(), since.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> order(row))
                .list();
    }

    /** All of these people, the oldest first. */
    List<Order> all(List<CitizenId> citizens) {
        return jdbc.sql(
                        "select * from top_up_order where citizen_id in (:ids) order by asked_at, id")
                .param("ids", citizens.stream().map(CitizenId::value).toList())
                .query((row, number) -> order(row))
                .list();
    }

    private Optional<Order> one(String sql, OrderId id) {
        return jdbc.sql(sql).param(id.value()).query((row, number) -> order(row)).optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                new CitizenId(row.getObject("citizen_id", UUID.class)),
                row.getLong("amount"),
                row.getLong("paid"),
                row.getLong("given"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("refusal"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant());
    }
}
