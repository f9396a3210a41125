package city.dure.storefronts;

import city.dure.merchants.MerchantId;
import city.dure.storefronts.OpeningHours.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The opening hours in the database. */
@Component
class HourRows {
    private final JdbcClient jdbc;

    HourRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hours with the number of their changes. */
    record Kept(int version, OpeningHours hours) {}

    Optional<Kept> find(MerchantId shop) {
        return jdbc.sql(
                        "select version, rest_from, rest_until, closed_on_holidays from storefront"
                                + " where merchant_id = ?")
                .param(shop.value())
                .query((row, number) -> kept(row, days(shop)))
                .optional();
    }

    /** Puts hours in the place of the version that was shown; false when that is not the last. */
    boolean replace(MerchantId shop, OpeningHours hours, int seenVersion) {
        return seenVersion == 0 ? insert(shop, hours) : update(shop, hours, seenVersion);
    }

    private boolean insert(MerchantId shop, OpeningHours hours) {
        if (find(shop).isPresent()) {
            return false;
        }
        jdbc.sql("insert into storefront values (?, 1, ?, ?, ?)")
                .param(shop.value())
                .param(from(hours.rest()))
                .param(until(hours.rest()))
                .param(hours.closedOnHolidays())
                .update();
        return addDays(shop, hours);
    }

    private boolean update(MerchantId shop, OpeningHours hours, int seenVersion) {
        int updated =
                jdbc.sql(
                                """
                                update storefront set version = version + 1, rest_from = ?,
                                    rest_until = ?, closed_on_holidays = ?
                                where merchant_id = ? and version = ?
                                """)
                        .param(from(hours.rest()))
                        .param(until(hours.rest()))
                        .params(hours.closedOnHolidays(), shop.value(), seenVersion)
                        .update();
        if (updated == 0) {
            return false;
        }
        jdbc.sql("delete from storefront_hours where merchant_id = ?").param(shop.value()).update();
        return addDays(shop, hours);
    }

    private boolean addDays(MerchantId shop, OpeningHours hours) {
        hours.days()
                .forEach((day, span) ->
                        jdbc.sql("insert into storefront_hours values (?, ?, ?, ?)")
                                .params(shop.value(), day.getValue(), span.from(), span.until())
                                .update());
        return true;
    }

    private Map<DayOfWeek, Span> days(MerchantId shop) {
        var days = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        jdbc.sql("select weekday, opens, closes from storefront_hours where merchant_id = ?")
                .param(shop.value())
                .query(row -> {
                    days.put(DayOfWeek.of(row.getInt(1)), span(row, "opens", "closes"));
                });
        return days;
    }

    private static Kept kept(ResultSet row, Map<DayOfWeek, Span> days) throws SQLException {
        Span rest =
                row.getObject("rest_from") == null ? null : span(row, "rest_from", "rest_until");
        var hours = new OpeningHours(days, rest, row.getBoolean("closed_on_holidays"));
        return new Kept(row.getInt("version"), hours);
    }

    private static Span span(ResultSet row, String from, String until) throws SQLException {
        return new Span(
                row.getObject(from, LocalTime.class), row.getObject(until, LocalTime.class));
    }

    private static @Nullable LocalTime from(@Nullable Span span) {
        return span == null ? null : span.from();
    }

    private static @Nullable LocalTime until(@Nullable Span span) {
        return span == null ? null : span.until();
    }
}
