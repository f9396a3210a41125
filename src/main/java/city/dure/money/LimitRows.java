package city.dure.money;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the limits in the database. */
@Component
class LimitRows {
    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force at a moment. */
    WalletLimits at(Instant moment) {
        return jdbc.sql(
                        "select * from money_limit where valid_from <= ?"
                                + " order by valid_from desc limit 1")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new WalletLimits(
                                row.getInt("version"),
                                row.getLong("load_month"),
                                row.getLong("bonus_month"),
                                row.getLong("holding"),
                                row.getLong("payment"),
                                row.getLong("payment_day"),
                                row.getLong("payment_month"),
                                WalletLimits.Variant.valueOf(
                                        row.getString("variant").toUpperCase(Locale.ROOT)),
                                row.getInt("rate"),
                                row.getInt("months")))
                .single();
    }
}
