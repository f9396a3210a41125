package city.dure.merchants;

import city.dure.shared.Spot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many businesses there are of which kind and where, each question one statement. */
@Service
@Transactional(readOnly = true)
public class Figures {
    static final int MOST_CELLS = 1_000;

    private final JdbcClient jdbc;
    private final MerchantSearch search;

    Figures(JdbcClient jdbc, MerchantSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** A part of a map, in degrees of WGS84. */
    public record Box(double south, double west, double north, double east) {}

    /** So many businesses close to one another, and the middle of what they cover. */
    public record Cell(int shops, Spot middle) {}

    /** All that ever were, closed ones too. */
    public int all() {
        return jdbc.sql("select count(*) from merchant").query(Integer.class).single();
    }

    /** Those that are not closed, by the code of their district; in none under empty text. */
    public Map<String, Integer> byDistrict() {
        return counts(
                "select coalesce(district, '') as code, count(*) as shops from merchant"
                        + " where status <> 'CLOSED' group by coalesce(district, '')");
    }

    /** Those that are not closed, by the code of their category. */
    public Map<String, Integer> byCategory() {
        return counts(
                "select category as code, count(*) as shops from merchant"
                        + " where status <> 'CLOSED' group by category");
    }

    /** Merchants that may accept the currency now, by the code of their district. */
    public Map<String, Integer> approvedByDistrict() {
        return counts(
                "select coalesce(district, '') as code, count(*) as shops from merchant"
                        + " where status = 'APPROVED' group by coalesce(district, '')");
    }

    /** Merchants that may accept the currency now, by the code of their category. */
    public Map<String, Integer> approvedByCategory() {
        return counts(
                "select category as code, count(*) as shops from merchant"
                        + " where status = 'APPROVED' group by category");
    }

    /** The businesses in a part of the map, at most so many. */
    public List<MerchantSummary> within(MerchantFilter filter, Box box, int most) {
        return search.within(filter, box, most);
    }

    /**
     * The businesses in a part of the map, taken together by squares.
     *
     * @param high the height of a square in degrees
     * @param wide its width in degrees
     */
    public List<Cell> cells(MerchantFilter filter, Box box, double high, double wide) {
        return search.cells(filter, box, high, wide);
    }

    /** The businesses at exactly these places. */
    public List<MerchantSummary> at(MerchantFilter filter, Collection<Spot> places) {
        return places.isEmpty() ? List.of() : search.at(filter, places);
    }

    private Map<String, Integer> counts(String sql) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql(sql)
                .query(row -> {
                    counts.put(row.getString("code"), row.getInt("shops"));
                });
        return counts;
    }
}
