package city.dure.citizens;

import city.dure.shared.Page;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register as a list, without anything personal. */
@Service
@Transactional(readOnly = true)
public class CitizenList {
    private final JdbcClient jdbc;
    private final CitizenRows rows;

    CitizenList(JdbcClient jdbc, CitizenRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Which citizens are shown.
     *
     * @param district its code; null for all
     * @param level 0 to 3; null for all
     * @param listed whether a list of residents names them; null for all
     */
    public record Filter(
            @Nullable String district, @Nullable Integer level, @Nullable Boolean listed) {}

    /**
     * The newest in the register, those who were forgotten aside; at most two statements.
     *
     * @param after the one after whom the page begins; null for the first page
     */
    public Page<Citizen> page(Filter filter, @Nullable CitizenId after, int size) {
        var values = new ArrayList<Object>();
        String sql = where(filter, values);
        Citizen before = after == null ? null : rows.find(after).orElse(null);
        if (before != null) {
            OffsetDateTime at = before.registeredAt().atOffset(ZoneOffset.UTC);
            sql += " and registered_at <= ? and (registered_at < ? or id < ?)";
            values.addAll(List.of(at, at, before.id().value()));
        }
        values.add(size + 1);
        var found =
                jdbc.sql(sql + order(filter) + " limit ?")
                        .params(values)
                        .query(CitizenRows::citizen)
                        .list();
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(shown, found.size() > size ? shown.getLast().id().ref() : null);
    }

    private static String where(Filter filter, List<Object> values) {
        var sql = new StringBuilder("select * from citizen where erased_at is null");
        add(sql, values, " and district = ?", filter.district());
        add(sql, values, " and level = ?", filter.level());
        add(sql, values, " and listed = ?", filter.listed());
        return sql.toString();
    }

    private static void add(
            StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    /** By all columns of an index, which H2 walks only then. */
    private static String order(Filter filter) {
        String first = filter.district() == null ? "" : "district desc, ";
        String second = filter.level() == null ? "" : "level desc, ";
        boolean third = (first + second).isEmpty() && filter.listed() != null;
        String listed = third ? "listed desc, " : "";
        return " order by " + first + second + listed + "registered_at desc, id desc";
    }
}
