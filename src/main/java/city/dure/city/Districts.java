package city.dure.city;

import static java.util.stream.Collectors.toMap;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.outlines.Area;
import city.dure.shared.Actor;
import city.dure.web.Conflict;
import city.dure.web.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The districts of the city with their outlines, which are replaced as a whole. */
@Service
public class Districts {
    /** After so long every instance goes by the newest districts. */
    public static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final DistrictRows rows;
    private final City city;
    private final Ledger ledger;
    private final Formats formats;
    private final Clock clock;
    private volatile @Nullable DistrictMap known;
    private volatile long lookedAt;

    Districts(DistrictRows rows, City city, Ledger ledger, Formats formats, Clock clock) {
        this.rows = rows;
        this.city = city;
        this.ledger = ledger;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The file that outlines came from.
     *
     * @param sha256 in hexadecimal
     * @param points how many points the file has, before any were left out for a screen
     */
    public record File(String name, long bytes, String sha256, int points) {}

    /**
     * A file of outlines that was put into force.
     *
     * @param by who did it ({@code u-…})
     * @param entry the ledger entry of it
     * @param districts how many it has
     */
    public record Version(
            int number, Instant since, String by, UUID entry, File file, int districts) {}

    /** The districts in force; after another instance replaced them, for a second those before. */
    public DistrictMap map() {
        DistrictMap map = known;
        if (map == null || map.isEmpty() || System.nanoTime() - lookedAt > LOOK_AGAIN.toNanos()) {
            lookedAt = System.nanoTime(); // Before the reading: what changes during it is seen.
            map = newest(map);
            known = map;
        }
        return map;
    }

    private DistrictMap newest(@Nullable DistrictMap map) {
        int newest = rows.newestOutlines();
        return map == null || map.isEmpty() || map.version() != newest ? load(newest) : map;
    }

    /** What would be the map if these districts were put into force. */
    public DistrictMap trial(Map<District, Geometry> drawn) {
        return map(0, coded(List.copyOf(drawn.keySet())), List.copyOf(drawn.values()));
    }

    /** What was put into force, newest first. */
    public List<Version> history() {
        return rows.history();
    }

    /** The districts of a file with the codes that they would have. */
    public List<District> coded(List<District> found) {
        return DistrictCodes.give(rows.inForce(), found);
    }

    /**
     * Puts the districts of a file in the place of all others; businesses are assigned afterwards.
     *
     * @param seen the version that was in force when this was decided
     * @param drawn the districts with their shapes, in order; their codes do not count
     * @throws Conflict.Changed when somebody replaced them meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LedgerReceipt replace(Actor actor, int seen, Map<District, Geometry> drawn, File file) {
        requireNewest(seen);
        var found = List.copyOf(drawn.keySet());
        var next = coded(found);
        var names = next.stream().collect(toMap(District::code, District::name));
        int version = seen + 1;
        var receipt =
                ledger.record(
                        actor,
                        CityRecords.DistrictsReplaced.of(
                                city.profile().id(), version, file.sha256(), names));
        Instant now = clock.instant();
        rows.replace(next, now);
        var shapes = new LinkedHashMap<String, Geometry>();
        var drawnInOrder = List.copyOf(drawn.values());
        for (int i = 0; i < next.size(); i++) {
            shapes.put(next.get(i).code(), drawnInOrder.get(i));
        }
        try {
            rows.writeOutlines(version, now, actor, receipt.entry(), file, shapes);
        } catch (DuplicateKeyException e) { // Somebody did at the same moment.
            throw new Conflict("city.districts.at_once");
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        known = null;
                        city.changed();
                    }
                });
        return receipt;
    }

    private void requireNewest(int seen) {
        if (rows.newestOutlines() != seen) {
            Instant since = rows.history().getFirst().since();
            throw new Conflict.Changed("city.districts.changed", formats.dateTime(since));
        }
    }

    private DistrictMap load(int version) {
        var shapes = rows.shapes(version);
        var inForce = rows.inForce();
        return map(version, inForce, inForce.stream().map(one -> shapes.get(one.code())).toList());
    }

    private static DistrictMap map(
            int version, List<District> districts, List<? extends @Nullable Geometry> shapes) {
        var areas = new ArrayList<Area>();
        for (int i = 0; i < districts.size(); i++) {
            District one = districts.get(i);
            Geometry shape = shapes.get(i);
            if (shape != null) {
                areas.add(new Area(one.code(), one.name(), one.nameEn(), shape));
            }
        }
        return new DistrictMap(version, districts, areas);
    }
}
