package city.dure.merchants;

import city.dure.shared.Page;
import city.dure.shared.Spelling;
import city.dure.shared.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds businesses by name. The index {@code merchant_finder} is in the order of the page and holds
 * all that is asked for, so the inner query reads nothing else and stops when the page is full.
 */
@Component
class MerchantSearch {
    private static final RowMapper<MerchantSummary> SUMMARY = MerchantSearch::summary;

    private final JdbcClient jdbc;

    MerchantSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first page and how many there are, counted no further than the cap: the index is gone
     * through once for both; two statements.
     */
    Merchants.Beginning begin(MerchantFilter filter, int size, int cap) {
        var where = new Where(filter);
        String sql =
                "select id from merchant " + where.conditions() + " order by sort_name, id limit ?";
        var ids = jdbc.sql(sql).params(where.values(cap)).query(MerchantSearch::id).list();
        var shown = ids.subList(0, Math.min(size, ids.size()));
        String next = ids.size() > size ? new MerchantId(shown.getLast()).ref() : null;
        return new Merchants.Beginning(new Page<>(rows(shown), next), ids.size());
    }

    private List<MerchantSummary> rows(List<UUID> ids) {
        return jdbc.sql(
                        "select * from merchant where id = any(cast(? as uuid array))"
                                + " order by sort_name, id")
                .param(ids.toArray(UUID[]::new))
                .query(SUMMARY)
                .list();
    }

    /** A page of the businesses in the order of their names; one statement, two after the first. */
    Page<MerchantSummary> page(MerchantFilter filter, @Nullable MerchantId after, int size) {
        var where = new Where(filter);
        if (after != null) {
            startAfter(where, after);
        }
        String sql =
                "select m.* from (select id, sort_name from merchant "
                        + where.conditions()
                        + " order by sort_name, id limit ?) k join merchant m on m.id = k.id"
                        + " order by k.sort_name, k.id";
        var rows = jdbc.sql(sql).params(where.values(size + 1)).query(SUMMARY).list();
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, size), rows.get(size - 1).ref());
    }

    /** How many there are, counted no further than the cap. */
    int count(MerchantFilter filter, int cap) {
        var where = new Where(filter);
        String sql =
                "select count(*) from (select 1 from merchant "
                        + where.conditions()
                        + " limit ?) k";
        return jdbc.sql(sql).params(where.values(cap)).query(Integer.class).single();
    }

    /** Businesses with a place in the box, in no order. */
    List<MerchantSummary> within(MerchantFilter filter, Figures.Box box, int most) {
        var where = new Where(filter);
        where.within(box);
        String sql = "select * from merchant " + where.conditions() + " limit ?";
        return jdbc.sql(sql).params(where.values(most)).query(SUMMARY).list();
    }

    /**
     * How many businesses have a place in each square of the box, and where the middle of what they
     * cover is: H2 averages numbers as decimals, which takes it far longer than their bounds.
     */
    List<Figures.Cell> cells(MerchantFilter filter, Figures.Box box, double high, double wide) {
        var where = new Where(filter);
        where.within(box);
        String sql =
                """
                select count(*) as shops, min(latitude) as south, max(latitude) as north,
                    min(longitude) as west, max(longitude) as east
                from (select latitude, longitude,
                        floor(latitude / cast(? as double precision)) as y,
                        floor(longitude / cast(? as double precision)) as x
                    from merchant %s) k
                group by y, x order by shops desc limit ?\
                """
                        .formatted(where.conditions());
        return jdbc.sql(sql)
                .params(high, wide)
                .params(where.values(Figures.MOST_CELLS))
                .query(MerchantSearch::cell)
                .list();
    }

    /** Businesses at exactly these places, in no order. */
    List<MerchantSummary> at(MerchantFilter filter, Collection<Spot> places) {
        var where = new Where(filter);
        String pairs = "(?, ?)" + ", (?, ?)".repeat(places.size() - 1);
        where.and(
                "(latitude, longitude) in (" + pairs + ")",
                places.stream()
                        .flatMap(place -> Stream.of(place.latitude(), place.longitude()))
                        .toArray());
        String sql = "select * from merchant " + where.conditions() + " limit ?";
        return jdbc.sql(sql).params(where.values(places.size())).query(SUMMARY).list();
    }

    private static Figures.Cell cell(ResultSet row, int number) throws SQLException {
        double latitude = (row.getDouble("south") + row.getDouble("north")) / 2;
        double longitude = (row.getDouble("west") + row.getDouble("east")) / 2;
        return new Figures.Cell(row.getInt("shops"), new Spot(latitude, longitude));
    }

    private void startAfter(Where where, MerchantId after) {
        jdbc.sql("select sort_name from merchant where id = ?")
                .param(after.value())
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    where.and("sort_name >= ?", name);
                    where.and("(sort_name > ? or id > ?)", name, after.value());
                });
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static MerchantSummary summary(ResultSet row, int number) throws SQLException {
        var business =
                new Business(
                        row.getString("name"),
                        row.getString("category"),
                        row.getString("category_text"),
                        row.getString("district"),
                        row.getString("road_address"),
                        row.getString("lot_address"),
                        row.getString("postcode"),
                        row.getString("phone"),
                        row.getObject("latitude", Double.class),
                        row.getObject("longitude", Double.class));
        return new MerchantSummary(
                new MerchantId(id(row, number)),
                MerchantStatus.valueOf(row.getString("status")),
                business,
                row.getInt("version"));
    }

    /** The conditions of a filter and their values. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(MerchantFilter filter) {
            String text = Spelling.of(filter.text());
            if (!text.isEmpty()) {
                and("position(? in search_text) > 0", text); // faster than "like" on both databases
            }
            if (!filter.category().isEmpty()) {
                and("category = ?", filter.category());
            }
            if (!filter.district().isEmpty()) {
                and("district = ?", filter.district());
            }
            if (!filter.lack().condition().isEmpty()) {
                and(filter.lack().condition());
            }
            if (!filter.statuses().isEmpty()) {
                var names = filter.statuses().stream().map(Enum::name).sorted().toArray();
                String places = "?" + ", ?".repeat(names.length - 1);
                and("status in (" + places + ")", names);
            }
            if (!filter.also().sql().isEmpty()) {
                and(filter.also().sql(), filter.also().values().toArray());
            }
        }

        void within(Figures.Box box) {
            and("latitude between ? and ?", box.south(), box.north());
            and("longitude between ? and ?", box.west(), box.east());
        }

        void and(String condition, Object... some) {
            conditions.add(condition);
            values.addAll(List.of(some));
        }

        String conditions() {
            return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        }

        List<Object> values(int limit) {
            var all = new ArrayList<>(values);
            all.add(limit);
            return all;
        }
    }
}
