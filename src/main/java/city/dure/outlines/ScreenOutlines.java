package city.dure.outlines;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Areas as a screen needs them: GeoJSON with fewer points, in which neighbours keep the same
 * border.
 *
 * @param json UTF-8; each area with its code, its names and a point ({@code at}: longitude,
 *     latitude) where its name fits
 * @param metres how far a border may have moved, about
 */
public record ScreenOutlines(byte[] json, int metres) {
    /** Small enough for a phone on the road, fine enough for a city on a wall. */
    private static final int BYTES = 64 * 1024;

    private static final int[] STEPS = {5, 10, 20, 40, 80, 160, 320};
    private static final double METRES_A_DEGREE = 100_000; // between those of east and of north
    private static final PrecisionModel A_METRE = new PrecisionModel(100_000);
    private static final JsonFactory JSON = new JsonFactory();

    /** Draws as finely as the size allows. */
    public static ScreenOutlines of(List<Area> areas) {
        var shapes = areas.stream().map(Area::shape).toArray(Geometry[]::new);
        ScreenOutlines drawn = null;
        for (int metres : STEPS) {
            var simple = CoverageSimplifier.simplify(shapes, metres / METRES_A_DEGREE);
            drawn = new ScreenOutlines(json(areas, simple), metres);
            if (drawn.json.length <= BYTES) {
                return drawn;
            }
        }
        return java.util.Objects.requireNonNull(drawn);
    }

    private static byte[] json(List<Area> areas, Geometry[] shapes) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (int i = 0; i < shapes.length; i++) {
                feature(json, areas.get(i), shapes[i]);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void feature(JsonGenerator json, Area area, Geometry shape) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("code", area.code());
        json.writeStringProperty("name", area.name());
        json.writeStringProperty("nameEn", area.nameEn());
        json.writeName("at");
        point(json, middle(shape));
        json.writeEndObject();
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", "MultiPolygon");
        json.writeArrayPropertyStart("coordinates");
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            polygon(json, (Polygon) shape.getGeometryN(i));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void polygon(JsonGenerator json, Polygon polygon) {
        if (polygon.isEmpty()) {
            return;
        }
        json.writeStartArray();
        ring(json, polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(json, polygon.getInteriorRingN(i).getCoordinates());
        }
        json.writeEndArray();
    }

    private static void ring(JsonGenerator json, Coordinate[] points) {
        json.writeStartArray();
        for (Coordinate point : points) {
            point(json, point);
        }
        json.writeEndArray();
    }

    private static void point(JsonGenerator json, Coordinate point) {
        json.writeStartArray();
        json.writeNumber(A_METRE.makePrecise(point.x));
        json.writeNumber(A_METRE.makePrecise(point.y));
        json.writeEndArray();
    }

    /** The place farthest from all borders. */
    private static Coordinate middle(Geometry shape) {
        double fine = Math.sqrt(shape.getArea()) / 50;
        return MaximumInscribedCircle.getCenter(shape, fine).getCoordinate();
    }
}
