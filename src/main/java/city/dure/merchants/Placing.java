package city.dure.merchants;

import city.dure.city.DistrictMap;
import city.dure.city.Districts;
import city.dure.ledger.Ledger;
import city.dure.shared.Actor;
import city.dure.shared.Spot;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says of every business in which district it lies. */
@Service
public class Placing {
    /** Before the first business. */
    public static final UUID BEGIN = new UUID(0, 0);

    private static final int READ = 1_000;
    private static final String LYING =
            "select id, version, status, district, latitude, longitude, road_address, lot_address"
                    + " from merchant";

    /** What the changes of one batch may take in its entry; of 16 KB, as codes may be long. */
    private static final int ENTRY_BYTES = 14 * 1024;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Districts districts;
    private final Ledger ledger;
    private final Clock clock;

    Placing(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Districts districts,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.districts = districts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The business as described, in the district in which it lies. */
    public Business placed(Business described) {
        return described.in(
                districts
                        .map()
                        .place(
                                described.spot(),
                                described.district(),
                                described.roadAddress(),
                                described.lotAddress()));
    }

    /**
     * How far an assignment came.
     *
     * @param last the last business that was looked at; null when there was none left
     * @param seen how many were looked at
     * @param changed how many of them lie elsewhere now
     */
    public record Step(@Nullable UUID last, int seen, int changed) {}

    /**
     * Assigns the next businesses to their districts, with one entry for all that lie elsewhere
     * than before, as far as an entry has room.
     *
     * @param after the business at which the step before ended
     * @throws OptimisticLockingFailureException when somebody decided about one of them meanwhile;
     *     the step is to be done again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Step assign(Actor actor, DistrictMap map, UUID after) {
        var changes = new LinkedHashMap<Lying, @Nullable String>();
        int seen = 0;
        int bytes = 0;
        UUID last = null;
        for (Lying shop : read(after)) {
            String district = shop.in(map);
            if (!Objects.equals(district, shop.district())) {
                bytes += shop.bytes(district);
                if (bytes > ENTRY_BYTES) {
                    break;
                }
                changes.put(shop, district);
            }
            last = shop.id();
            seen++;
        }
        if (!changes.isEmpty()) {
            write(actor, changes);
            ledger.record(actor, placed(map.version(), changes));
        }
        return new Step(last, seen, changes.size());
    }

    private void write(Actor actor, Map<Lying, @Nullable String> changes) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = new ArrayList<@Nullable Object[]>();
        changes.forEach((shop, district) ->
                rows.add(
                        new @Nullable Object[] {
                            district, actor.ref(), now, shop.id(), shop.version()
                        }));
        int[] written =
                batches.batchUpdate(
                        "update merchant set district = ?, version = version + 1, changed_by = ?,"
                                + " changed_at = ? where id = ? and version = ?",
                        rows);
        if (Arrays.stream(written).anyMatch(count -> count == 0)) {
            throw new OptimisticLockingFailureException("a business changed meanwhile");
        }
    }

    private static MerchantRecords.Placed placed(
            int version, Map<Lying, @Nullable String> changes) {
        var districts = new LinkedHashMap<MerchantId, String>();
        changes.forEach((shop, district) ->
                districts.put(new MerchantId(shop.id()), Objects.requireNonNullElse(district, "")));
        return new MerchantRecords.Placed(version, districts);
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
        for (var batch = read(BEGIN); !batch.isEmpty(); batch = read(batch.getLast().id())) {
            batch.stream().filter(each -> !each.closed()).forEach(each -> sum.add(each, map));
        }
        return new Trial(sum.shops, sum.moved, sum.outside, sum.unplaced, sum.inside);
    }

    private List<Lying> read(UUID after) {
        return jdbc.sql(LYING + " where id > ? order by id limit ?")
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

        /** What its change takes in an entry: its id, the code, and the signs around them. */
        int bytes(@Nullable String code) {
            return 28 + 6 + (code == null ? 0 : code.getBytes(StandardCharsets.UTF_8).length);
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
