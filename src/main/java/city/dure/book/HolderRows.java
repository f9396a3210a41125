package city.dure.book;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holders in the database. */
@Component
class HolderRows {
    private final JdbcClient jdbc;

    HolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets a holder hold something; nothing happens where it can. */
    void open(Holder holder, Instant at) {
        jdbc.sql(
                        "insert into money_account (ref, kind, opened_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                .params(holder.ref(), holder.kind().code(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locks a holder until the transaction ends. */
    void lock(Holder holder) {
        jdbc.sql("select ref from money_account where ref = ? for update")
                .param(holder.ref())
                .query(String.class)
                .single();
    }
}
