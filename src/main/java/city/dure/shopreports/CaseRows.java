package city.dure.shopreports;

import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases in the database, one after the other. */
@Component
class CaseRows {
    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ShopCase> find(CaseId id) {
        return jdbc.sql("select * from shop_report_case where id = ?")
                .param(id.value())
                .query(ShopCase::read)
                .optional();
    }

    /** The case, so that nobody else changes it until the end of the transaction. */
    Optional<ShopCase> lock(CaseId id) {
        return jdbc.sql("select * from shop_report_case where id = ? for update")
                .param(id.value())
                .query(ShopCase::read)
                .optional();
    }

    /** The open case of a kind about a shop, locked as {@link #lock} does. */
    Optional<ShopCase> lockOpen(MerchantId shop, ReportKind kind) {
        return jdbc.sql(
                        "select * from shop_report_case where merchant_id = ? and kind = ?"
                                + " and open_slot = true for update")
                .params(shop.value(), kind.code())
                .query(ShopCase::read)
                .optional();
    }

    /** Opens a case without reports; does nothing when somebody else has just opened one. */
    void open(MerchantId shop, ReportKind kind, LocalDate seen, Instant at) {
        jdbc.sql(
                        "insert into shop_report_case (id, version, merchant_id, kind, open_slot,"
                                + " opened_at, reports, newest_seen)"
                                + " values (?, 0, ?, ?, true, ?, 0, ?) on conflict do nothing")
                .params(CaseId.random().value(), shop.value(), kind.code())
                .params(at.atOffset(ZoneOffset.UTC), seen)
                .update();
    }

    /** Counts one more report. */
    void join(CaseId id, LocalDate seen) {
        jdbc.sql(
                        "update shop_report_case set version = version + 1, reports = reports + 1,"
                                + " newest_seen = greatest(newest_seen, cast(? as date))"
                                + " where id = ?")
                .params(seen, id.value())
                .update();
    }

    void settle(CaseId id, Outcome outcome, Actor actor, Instant at) {
        jdbc.sql(
                        "update shop_report_case set version = version + 1, open_slot = null,"
                                + " outcome = ?, settled_at = ?, settled_by = ? where id = ?")
                .params(outcome.code(), at.atOffset(ZoneOffset.UTC), actor.ref(), id.value())
                .update();
    }
}
