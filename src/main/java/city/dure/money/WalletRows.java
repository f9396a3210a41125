package city.dure.money;

import city.dure.book.Holder;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The wallets in the database. A citizen's lots change only while the wallet's row is locked. */
@Component
class WalletRows {
    private final JdbcClient jdbc;

    WalletRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a citizen a wallet; nothing happens where there is one. */
    void open(Holder citizen, LocalDate today) {
        jdbc.sql(
                        "insert into money_wallet (ref, used_on, loaded, discounted, paid_month,"
                                + " paid_day) values (?, ?, 0, 0, 0, 0) on conflict do nothing")
                .params(citizen.ref(), today)
                .update();
    }

    /** What a citizen did of late, locked until the transaction ends; nothing without a wallet. */
    Usage lock(Holder citizen, LocalDate today) {
        return read(citizen, today, " for update");
    }

    /** The same, unlocked. */
    Usage read(Holder citizen, LocalDate today) {
        return read(citizen, today, "");
    }

    private Usage read(Holder citizen, LocalDate today, String locking) {
        String sql = "select * from money_wallet where ref = ?" + locking;
        return jdbc.sql(sql)
                .param(citizen.ref())
                .query((row, number) ->
                        new Usage(
                                row.getObject("used_on", LocalDate.class),
                                row.getLong("loaded"),
                                row.getLong("discounted"),
                                row.getLong("paid_month"),
                                row.getLong("paid_day")))
                .optional()
                .orElseGet(() -> Usage.none(today))
                .on(today);
    }

    /** Notes whose a wallet is from now on. */
    void hand(Holder former, Holder present) {
        jdbc.sql("update money_wallet set handed_to = ? where ref = ?")
                .params(present.ref(), former.ref())
                .update();
    }

    /** Whose a wallet is now that was a citizen's. */
    Holder present(Holder citizen) {
        return jdbc.sql(
                        "select handed_to from money_wallet where ref = ? and handed_to is not null")
                .param(citizen.ref())
                .query((row, number) -> Holder.read(row.getString(1)))
                .optional()
                .orElse(citizen);
    }

    void save(Holder citizen, Usage usage) {
        jdbc.sql(
                        "update money_wallet set used_on = ?, loaded = ?, discounted = ?,"
                                + " paid_month = ?, paid_day = ? where ref = ?")
                .params(usage.day(), usage.loaded(), usage.discounted())
                .params(usage.paidMonth(), usage.paidDay(), citizen.ref())
                .update();
    }
}
