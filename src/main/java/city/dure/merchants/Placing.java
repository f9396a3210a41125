package city.dure.merchants;

import city.dure.city.DistrictMap;
import city.dure.shared.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of every business in which district it lies. */
@Service
public class Placing {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int READ = 2_000;

    private final JdbcClient jdbc;

    Placing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What some districts would do; closed businesses are not counted.
     *
     * @param shops how many businesses there are
     * @param moved how many would lie in another district than now, or in none any more
     * @param outside how many have a place outside all districts
     * @param unplaced how many have no place, and no address that names a district
     * @param inside how many would lie in each district, by its code
     */
    public record Trial(
            int shops, int moved, int outside, int unplaced, Map<String, Integer> inside) {}

    /** Looks at every business; changes nothing. */
    @Transactional(readOnly = true)
    public Trial trial(DistrictMap map) {
        var sum = new Sum();
        for (var batch = read(FIRST); !batch.isEmpty(); batch = read(batch.getLast().id())) {
            batch.stream().filter(each -> !each.closed()).forEach(each -> sum.add(each, map));
        }
        return new Trial(sum.shops, sum.moved, sum.outside, sum.unplaced, sum.inside);
    }

    private List<Lying> read(UUID after) {
        return jdbc.sql(
                        "select id, version, status, district, latitude, longitude, road_address,"
                                + " lot_address from merchant where id > ? order by id limit ?")
                .params(after, READ)
                .query(Placing::lying)
                .list();
    }

    private static Lying lying(ResultSet row, int number) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new Lying(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("status").equals(MerchantStatus.CLOSED.name()),
                row.getString("district"),
                latitude == null || longitude == null ? null : new Spot(latitude, longitude),
                row.getString("road_address"),
                row.getString("lot_address"));
    }

    /** What decides where a business lies. */
    private record Lying(
            UUID id,
            int version,
            boolean closed,
            @Nullable String district,
            @Nullable Spot spot,
            @Nullable String roadAddress,
            @Nullable String lotAddress) {
        @Nullable String in(DistrictMap map) {
            return map.place(spot, district, roadAddress, lotAddress);
        }
    }

    private static final class Sum {
        private final Map<String, Integer> inside = new HashMap<>();
        private int shops;
        private int moved;
        private int outside;
        private int unplaced;

        void add(Lying shop, DistrictMap map) {
            String district = shop.in(map);
            shops++;
            moved += Objects.equals(district, shop.district()) ? 0 : 1;
            if (district != null) {
                inside.merge(district, 1, Integer::sum);
            } else if (shop.spot() == null) {
                unplaced++;
            } else {
                outside++;
            }
        }
    }
}
