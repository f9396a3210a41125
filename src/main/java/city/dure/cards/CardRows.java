package city.dure.cards;

import city.dure.cards.Card.State;
import city.dure.cards.Card.Why;
import city.dure.citizens.CitizenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cards in the database. */
@Component
class CardRows {
    private final JdbcClient jdbc;

    CardRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Card card, String mark) {
        jdbc.sql(
                        "insert into card (id, citizen_id, state, mark, open_for, ordered_at,"
                                + " changed_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(card.id().value(), card.citizen().value(), card.code(), mark)
                .params(card.citizen().value(), time(card.orderedAt()), time(card.changedAt()))
                .update();
    }

    void move(CardId id, State state, Instant at) {
        jdbc.sql("update card set state = ?, changed_at = ? where id = ?")
                .params(state.code(), time(at), id.value())
                .update();
    }

    void block(CardId id, Why why, Instant at) {
        jdbc.sql(
                        "update card set state = ?, blocked_for = ?, open_for = null,"
                                + " changed_at = ? where id = ?")
                .params(State.BLOCKED.code(), why.code(), time(at), id.value())
                .update();
    }

    void give(Card card, CitizenId to) {
        jdbc.sql("update card set citizen_id = ?, open_for = ? where id = ?")
                .param(to.value())
                .param(card.open() ? to.value() : null)
                .param(card.id().value())
                .update();
    }

    /** Those of somebody, the newest first. */
    List<Card> of(CitizenId citizen) {
        return jdbc.sql("select * from card where citizen_id = ? order by ordered_at desc, id")
                .param(citizen.value())
                .query((row, number) -> card(row))
                .list();
    }

    /** The one of somebody that is not blocked, locked until the transaction ends. */
    Optional<Card> lockOpen(CitizenId citizen) {
        return jdbc.sql("select * from card where open_for = ? for update")
                .param(citizen.value())
                .query((row, number) -> card(row))
                .optional();
    }

    /** All of these people, locked until the transaction ends, each in its turn. */
    List<Card> lockAll(Collection<CitizenId> citizens) {
        return jdbc.sql("select * from card where citizen_id in (:ids) order by id for update")
                .param("ids", citizens.stream().map(CitizenId::value).toList())
                .query((row, number) -> card(row))
                .list();
    }

    /** The one of a mark, locked until the transaction ends. */
    Optional<Card> lock(String mark) {
        return jdbc.sql("select * from card where mark = ? for update")
                .param(mark)
                .query((row, number) -> card(row))
                .optional();
    }

    /** The one of a mark. */
    Optional<Card> find(String mark) {
        return jdbc.sql("select * from card where mark = ?")
                .param(mark)
                .query((row, number) -> card(row))
                .optional();
    }

    /** Those that are to be made, from those that wait longest on, after one of them. */
    List<Card> ordered(@Nullable CardId after, int most) {
        return jdbc.sql(
                        "select * from card where state = 'ordered' and (ordered_at, id) >"
                                + " (coalesce((select ordered_at from card where id = :after),"
                                + " :none), :after) order by ordered_at, id limit :most")
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("none", time(Instant.EPOCH))
                .param("most", most)
                .query((row, number) -> card(row))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Card card(ResultSet row) throws SQLException {
        String why = row.getString("blocked_for");
        return new Card(
                new CardId(row.getObject("id", UUID.class)),
                new CitizenId(row.getObject("citizen_id", UUID.class)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                why == null ? null : Why.valueOf(why.toUpperCase(Locale.ROOT)));
    }
}
