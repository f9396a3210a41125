package city.dure.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holders in the database. A citizen's lots change only while the citizen's row is locked. */
@Component
class HolderRows {
    private final JdbcClient jdbc;

    HolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets a holder hold something; nothing happens where it can. */
    void open(Holder holder, Instant at, LocalDate today) {
        jdbc.sql(
                        "insert into money_account (ref, kind, opened_at, used_on, loaded, discounted,"
                                + " paid_month, paid_day) values (?, ?, ?, ?, 0, 0, 0, 0)"
                                + " on conflict do nothing")
                .params(holder.ref(), holder.kind().code(), at.atOffset(ZoneOffset.UTC), today)
                .update();
    }

    /** What a holder did of late, locked until the transaction ends; empty for who holds nothing. */
    Optional<Usage> lock(Holder holder) {
        return jdbc.sql("select * from money_account where ref = ? for update")
                .param(holder.ref())
                .query((row, number) ->
                        new Usage(
                                row.getObject("used_on", LocalDate.class),
                                row.getLong("loaded"),
                                row.getLong("discounted"),
                                row.getLong("paid_month"),
                                row.getLong("paid_day")))
                .optional();
    }

    void save(Holder holder, Usage usage) {
        jdbc.sql(
                        "update money_account set used_on = ?, loaded = ?, discounted = ?,"
                                + " paid_month = ?, paid_day = ? where ref = ?")
                .params(usage.day(), usage.loaded(), usage.discounted())
                .params(usage.paidMonth(), usage.paidDay(), holder.ref())
                .update();
    }
}
