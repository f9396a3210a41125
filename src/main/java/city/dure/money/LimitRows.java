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

    /** Those in force at a moment; the guideline's, until the city has its own. */
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
                .optional()
                .orElse(WalletLimits.GUIDELINE);
    }

    /** Keeps the next version, which holds from a moment on. */
    WalletLimits add(WalletLimits limits, Instant from) {
        int version =
                1
                        + jdbc.sql("select coalesce(max(version), 0) from money_limit")
                                .query((row, number) -> row.getInt(1))
                                .single();
        jdbc.sql(
                        "insert into money_limit (version, valid_from, load_month, bonus_month,"
                                + " holding, payment, payment_day, payment_month, variant, rate,"
                                + " months) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(version, from.atOffset(ZoneOffset.UTC), limits.load(), limits.bonus())
                .params(limits.holding(), limits.payment(), limits.paymentDay())
                .params(limits.paymentMonth(), limits.variant().code(), limits.rate())
                .param(limits.months())
                .update();
        return limits.as(version);
    }
}
