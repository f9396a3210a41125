package city.dure.money;

import city.dure.book.Holder;
import city.dure.shared.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    /**
     * What a citizen did of late, locked until the transaction ends; nothing without a wallet. Time
     * passes while one waits for it: what day it is is asked afterwards.
     */
    Wallet lock(Holder citizen) {
        return read(citizen, " for update");
    }

    /** The same, unlocked. */
    Wallet read(Holder citizen) {
        return read(citizen, "");
    }

    /**
     * A citizen's wallet beside the lots in it.
     *
     * @param used what its holder did on the last day on which they did something
     * @param closed whether its holder left for good
     */
    record Wallet(Usage used, boolean known, boolean closed) {
        private static final Wallet NONE = new Wallet(Usage.none(LocalDate.EPOCH), false, false);

        /** What counts for the limits at a moment. */
        Usage used(Instant now) {
            return used.on(Days.of(now));
        }
    }

    private Wallet read(Holder citizen, String locking) {
        String sql = "select * from money_wallet where ref = ?" + locking;
        return jdbc.sql(sql)
                .param(citizen.ref())
                .query((row, number) -> new Wallet(used(row), true, row.getBoolean("closed")))
                .optional()
                .orElse(Wallet.NONE);
    }

    private static Usage used(ResultSet row) throws SQLException {
        return new Usage(
                row.getObject("used_on", LocalDate.class),
                row.getLong("loaded"),
                row.getLong("discounted"),
                row.getLong("paid_month"),
                row.getLong("paid_day"));
    }

    /** Lets nothing into a wallet any more. */
    void close(Holder citizen) {
        jdbc.sql("update money_wallet set closed = true where ref = ?")
                .param(citizen.ref())
                .update();
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
                .map(this::present)
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
