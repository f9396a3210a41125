package city.dure.book;

import city.dure.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The transfers in the database; never changed once they are there. */
@Component
class TransferRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    TransferRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * Writes a transfer and its movements.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one with this key
     */
    void add(Actor actor, Asked asked, Transfer transfer) {
        var at = transfer.at().atOffset(ZoneOffset.UTC);
        TransferId reversed = transfer.reverses();
        jdbc.sql(
                        "insert into money_transfer (id, kind, once_key, question, reference, reverses,"
                                + " actor, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(transfer.id().value())
                .param(transfer.kind().code())
                .param(asked.key())
                .param(asked.question())
                .param(transfer.reference())
                .param(reversed == null ? null : reversed.value())
                .param(actor.ref())
                .param(at)
                .update();
        var rows = new ArrayList<@Nullable Object[]>();
        for (Movement movement : transfer.movements()) {
            LotId lot = movement.lot();
            rows.add(
                    new @Nullable Object[] {
                        transfer.id().value(),
                        rows.size(),
                        movement.holder().ref(),
                        lot == null ? null : lot.value(),
                        movement.amount(),
                        at
                    });
        }
        batch.batchUpdate(
                "insert into money_movement (transfer, no, account, lot, amount, at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** What was made of a key, and of which question; empty while nothing was. */
    Optional<Answered> answered(String key) {
        return jdbc.sql("select * from money_transfer where once_key = ?")
                .param(key)
                .query((row, number) -> new Answered(row.getString("question"), header(row)))
                .optional()
                .map(found -> new Answered(found.question(), withMovements(found.transfer())));
    }

    /** What a key was used for. */
    record Answered(String question, Transfer transfer) {}

    Optional<Transfer> find(TransferId id) {
        return jdbc.sql("select * from money_transfer where id = ?")
                .param(id.value())
                .query((row, number) -> header(row))
                .optional()
                .map(this::withMovements);
    }

    /** Locks a transfer until the transaction ends, so that one alone takes it back. */
    void lock(TransferId id) {
        jdbc.sql("select id from money_transfer where id = ? for update")
                .param(id.value())
                .query((row, number) -> true)
                .single();
    }

    /** How much shops gave back by transfers that reverse this one and were not countered. */
    long givenBack(TransferId id) {
        return jdbc.sql(
                        """
                        select coalesce(sum(-m.amount), 0)
                        from money_transfer t join money_movement m on m.transfer = t.id
                        where t.reverses = ? and m.account >= 'm-' and m.account < 'm.'
                            and not exists (select 1 from money_transfer c where c.reverses = t.id)
                        """)
                .param(id.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    boolean reversed(TransferId id) {
        return jdbc.sql(
                        "select 1 from money_transfer t where t.reverses = ? and not exists"
                                + " (select 1 from money_transfer c where c.reverses = t.id) limit 1")
                .param(id.value())
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    /** The sum of all that came to and went from a holder. */
    long sum(Holder holder) {
        return jdbc.sql("select coalesce(sum(amount), 0) from money_movement where account = ?")
                .param(holder.ref())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private Transfer withMovements(Transfer header) {
        var movements =
                jdbc.sql("select * from money_movement where transfer = ? order by no")
                        .param(header.id().value())
                        .query((row, number) -> movement(row))
                        .list();
        return new Transfer(
                header.id(),
                header.kind(),
                header.reference(),
                header.reverses(),
                header.at(),
                movements);
    }

    private static Transfer header(ResultSet row) throws SQLException {
        UUID reversed = row.getObject("reverses", UUID.class);
        return new Transfer(
                new TransferId(row.getObject("id", UUID.class)),
                Transfer.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reference"),
                reversed == null ? null : new TransferId(reversed),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    static Movement movement(ResultSet row) throws SQLException {
        UUID lot = row.getObject("lot", UUID.class);
        return new Movement(
                Holder.read(row.getString("account")),
                lot == null ? null : new LotId(lot),
                row.getLong("amount"));
    }
}
