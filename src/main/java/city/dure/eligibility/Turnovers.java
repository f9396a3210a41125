package city.dure.eligibility;

import city.dure.merchants.MerchantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What shops declared, by year. */
@Component
class Turnovers {
    private final JdbcClient jdbc;

    Turnovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these shops declared last; those that declared nothing are missing. */
    Map<MerchantId, Turnover> newest(Collection<MerchantId> shops) {
        var newest = new HashMap<MerchantId, Turnover>();
        jdbc.sql(
                        "select merchant_id, for_year, won from eligibility_turnover"
                                + " where merchant_id = any(cast(? as uuid array))"
                                + " order by merchant_id, for_year")
                .param(shops.stream().map(MerchantId::value).toArray(UUID[]::new))
                .query(row -> {
                    newest.put(
                            new MerchantId(row.getObject(1, UUID.class)),
                            new Turnover(row.getInt(2), row.getLong(3)));
                });
        return newest;
    }

    /** What one shop declared, newest year first. */
    List<Turnover> of(MerchantId shop) {
        return jdbc.sql(
                        "select for_year, won from eligibility_turnover where merchant_id = ?"
                                + " order by for_year desc")
                .param(shop.value())
                .query((row, number) -> new Turnover(row.getInt(1), row.getLong(2)))
                .list();
    }

    /** What these shops declared for a year. */
    Map<MerchantId, Long> of(Collection<MerchantId> shops, int year) {
        var declared = new HashMap<MerchantId, Long>();
        jdbc.sql(
                        "select merchant_id, won from eligibility_turnover"
                                + " where merchant_id = any(cast(? as uuid array)) and for_year = ?")
                .params(shops.stream().map(MerchantId::value).toArray(UUID[]::new), year)
                .query(row -> {
                    declared.put(new MerchantId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return declared;
    }

    void write(MerchantId shop, Turnover declared, Instant at) {
        var now = at.atOffset(ZoneOffset.UTC);
        int replaced =
                jdbc.sql(
                                "update eligibility_turnover set won = ?, declared_at = ?"
                                        + " where merchant_id = ? and for_year = ?")
                        .params(declared.won(), now, shop.value(), declared.year())
                        .update();
        if (replaced == 0) {
            jdbc.sql("insert into eligibility_turnover values (?, ?, ?, ?)")
                    .params(shop.value(), declared.year(), declared.won(), now)
                    .update();
        }
    }
}
