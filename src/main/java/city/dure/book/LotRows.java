package city.dure.book;

import city.dure.shared.MoneyKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lots in the database. */
@Component
class LotRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    LotRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(List<Lot> lots) {
        batch.batchUpdate(
                "insert into money_lot (id, account, kind, fund, paid, network, cashable, issued_at,"
                        + " expires_at, amount, remaining) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lots.stream().map(LotRows::values).toList());
    }

    private static @Nullable Object[] values(Lot lot) {
        Terms terms = lot.terms();
        return new @Nullable Object[] {
            lot.id().value(),
            lot.holder().ref(),
            terms.kind().code(),
            terms.fund().ref(),
            terms.paid(),
            terms.network(),
            terms.cashable(),
            utc(lot.issuedAt()),
            utc(terms.expiresAt()),
            lot.amount(),
            lot.remaining()
        };
    }

    /**
     * Adds what each movement says to its lot; below 0 and over its amount the database refuses.
     */
    void move(List<Movement> movements) {
        batch.batchUpdate(
                "update money_lot set remaining = remaining + ? where id = ?",
                movements.stream()
                        .filter(movement -> movement.lot() != null)
                        .map(movement -> new Object[] {movement.amount(), id(movement)})
                        .toList());
    }

    private static UUID id(Movement movement) {
        LotId lot = movement.lot();
        if (lot == null) {
            throw new IllegalArgumentException("without a lot: " + movement);
        }
        return lot.value();
    }

    /** The lots of a holder of which something is left. */
    List<Lot> left(Holder holder) {
        return jdbc.sql("select * from money_lot where account = ? and remaining > 0")
                .param(holder.ref())
                .query(LotRows::lot)
                .list();
    }

    /** These lots, in no order. */
    List<Lot> all(Collection<LotId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from money_lot where id in (:ids)")
                        .param("ids", ids.stream().map(LotId::value).toList())
                        .query(LotRows::lot)
                        .list();
    }

    /** The holders of lots that are over and not empty, those first that waited longest. */
    List<Holder> overdue(Instant now, int most) {
        return jdbc
                .sql(
                        "select account from money_lot where expires_at <= ? and remaining > 0"
                                + " order by expires_at, id limit ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> Holder.read(row.getString("account")))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    static Lot lot(ResultSet row, int number) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        var terms =
                new Terms(
                        MoneyKind.of(row.getString("kind")).orElseThrow(),
                        Holder.read(row.getString("fund")),
                        row.getInt("paid"),
                        row.getString("network"),
                        row.getBoolean("cashable"),
                        expires == null ? null : expires.toInstant());
        return new Lot(
                new LotId(row.getObject("id", UUID.class)),
                Holder.read(row.getString("account")),
                terms,
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getLong("amount"),
                row.getLong("remaining"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
