package city.dure.refunds;

import city.dure.book.TransferId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds owed, in the database. */
@Component
class OwedRows {
    private final JdbcClient jdbc;

    OwedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Owed row) {
        jdbc.sql(
                        "insert into refund_owed (id, once_key, asked, payment, merchant, amount,"
                                + " owed, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(row.id(), row.key(), row.asked(), row.payment().value(), row.merchant())
                .params(row.amount(), row.owed(), row.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void given(UUID id, long amount) {
        jdbc.sql("update refund_owed set owed = owed - ? where id = ?").params(amount, id).update();
    }

    Optional<Owed> find(String key) {
        return jdbc.sql("select * from refund_owed where once_key = ?")
                .param(key)
                .query((row, number) -> owed(row))
                .optional();
    }

    /** How much of a payment is still to be given back. */
    long of(TransferId payment) {
        return jdbc.sql("select coalesce(sum(owed), 0) from refund_owed where payment = ?")
                .param(payment.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** What was to be given back later of these payments, the oldest first. */
    List<Owed> all(Collection<TransferId> payments) {
        return payments.isEmpty()
                ? List.of()
                : jdbc.sql("select * from refund_owed where payment in (:ids) order by at, id")
                        .param("ids", payments.stream().map(TransferId::value).toList())
                        .query((row, number) -> owed(row))
                        .list();
    }

    /** How much a shop still has to give back. */
    long of(String merchant) {
        return jdbc.sql(
                        "select coalesce(sum(owed), 0) from refund_owed where merchant = ? and owed > 0")
                .param(merchant)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * What a shop has to give back for the longest, locked until the transaction ends; whatever
     * somebody else is giving back at this moment is left to them.
     */
    Optional<Owed> lockOldest(String merchant) {
        return jdbc.sql(
                        "select * from refund_owed where merchant = ? and owed > 0 order by at, id"
                                + " limit 1 for update skip locked")
                .param(merchant)
                .query((row, number) -> owed(row))
                .optional();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                row.getObject("id", UUID.class),
                row.getString("once_key"),
                row.getLong("asked"),
                new TransferId(row.getObject("payment", UUID.class)),
                row.getString("merchant"),
                row.getLong("amount"),
                row.getLong("owed"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
