package city.dure.outlines;

import city.dure.shared.Spot;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the one area in which a place lies; may be asked by many at once. */
public final class Areas {
    private final STRtree tree = new STRtree();

    /**
     * The areas in their order.
     *
     * @param areas where two share a border, a place on it belongs to the one that stands first
     */
    public Areas(List<Area> areas) {
        for (int i = 0; i < areas.size(); i++) {
            var shape = areas.get(i).shape();
            var locator = new IndexedPointInAreaLocator(shape);
            tree.insert(shape.getEnvelopeInternal(), new Placed(i, areas.get(i).code(), locator));
        }
        tree.build();
    }

    /** The code of the area in which the place lies; nothing outside all of them. */
    public Optional<String> at(Spot spot) {
        var point = new Coordinate(spot.longitude(), spot.latitude());
        List<?> near = tree.query(new Envelope(point));
        Placed first = null;
        for (Object each : near) {
            var area = (Placed) each;
            if ((first == null || area.position < first.position) && area.covers(point)) {
                first = area;
            }
        }
        return Optional.ofNullable(first).map(Placed::code);
    }

    private record Placed(int position, String code, PointOnGeometryLocator locator) {
        boolean covers(Coordinate point) {
            return locator.locate(point) != Location.EXTERIOR;
        }
    }
}
