package city.dure.outlines;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Makes what a file wrote into polygons, and refuses what is none. */
final class Soundness {
    private static final int WGS84 = 4326;
    private static final int SMALLEST_RING = 4;
    private static final GeometryFactory GEOMETRIES =
            new GeometryFactory(new PrecisionModel(), WGS84);

    private Soundness() {}

    static Geometry polygons(String label, ShapeReader.Shape shape) {
        if (shape.coordinates().isEmpty()) {
            throw OutlinesRefused.because("empty", label);
        }
        Geometry made =
                switch (shape.type()) {
                    case "Polygon" -> polygon(label, shape.coordinates());
                    case "MultiPolygon" -> polygons(label, shape.coordinates());
                    default -> throw OutlinesRefused.because("not_area", label, shape.type());
                };
        refuse(label, new IsValidOp(made).getValidationError());
        if (made.getArea() == 0) {
            throw OutlinesRefused.because("empty", label);
        }
        return made;
    }

    private static Geometry polygons(String label, List<Object> parts) {
        var polygons = parts.stream().map(part -> polygon(label, list(label, part)));
        return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(String label, List<?> rings) {
        if (rings.isEmpty()) {
            throw OutlinesRefused.because("empty", label);
        }
        var made = rings.stream().map(ring -> ring(label, list(label, ring))).toList();
        return GEOMETRIES.createPolygon(
                made.getFirst(), made.subList(1, made.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(String label, List<?> points) {
        var ring = new Coordinate[points.size()];
        for (int i = 0; i < ring.length; i++) {
            if (!(points.get(i) instanceof Coordinate point)) {
                throw OutlinesRefused.because("nested", label);
            }
            ring[i] = point;
        }
        if (ring.length == 0) {
            throw OutlinesRefused.because("empty", label);
        }
        if (ring.length < SMALLEST_RING) {
            throw OutlinesRefused.because("short", label, ring.length);
        }
        if (!ring[0].equals2D(ring[ring.length - 1])) {
            throw OutlinesRefused.because("open", label, written(ring[0]));
        }
        return GEOMETRIES.createLinearRing(ring);
    }

    private static List<?> list(String label, Object part) {
        if (part instanceof List<?> list) {
            return list;
        }
        throw OutlinesRefused.because("nested", label);
    }

    private static void refuse(String label, @Nullable TopologyValidationError error) {
        if (error == null) {
            return;
        }
        String key =
                switch (error.getErrorType()) {
                    case TopologyValidationError.SELF_INTERSECTION,
                            TopologyValidationError.RING_SELF_INTERSECTION ->
                            "crossing";
                    case TopologyValidationError.TOO_FEW_POINTS -> "flat";
                    case TopologyValidationError.NESTED_SHELLS,
                            TopologyValidationError.DUPLICATE_RINGS ->
                            "twice";
                    default -> "hole";
                };
        throw OutlinesRefused.because(key, label, written(error.getCoordinate()));
    }

    /** Latitude first, as people say it. */
    private static String written(Coordinate point) {
        return String.format(Locale.ROOT, "%.5f, %.5f", point.y, point.x);
    }
}
