package city.dure.merchants;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many businesses there are of which kind; closed ones are not counted. */
@Service
public class Figures {
    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the code of their district; those in none stand under empty text. */
    @Transactional(readOnly = true)
    public Map<String, Integer> byDistrict() {
        var counts = new HashMap<String, Integer>();
        jdbc.sql(
                        "select coalesce(district, '') as code, count(*) as shops from merchant"
                                + " where status <> 'CLOSED' group by coalesce(district, '')")
                .query(row -> {
                    counts.put(row.getString("code"), row.getInt("shops"));
                });
        return counts;
    }
}
