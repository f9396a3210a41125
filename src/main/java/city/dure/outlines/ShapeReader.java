package city.dure.outlines;

import city.dure.shared.Spot;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the coordinates of one area after the other; counts them, and knows where they may lie. */
final class ShapeReader {
    static final Shape NONE = new Shape("", List.of());

    private final JsonParser parser;
    private String label = "";
    private int points;

    ShapeReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * A geometry as written.
     *
     * @param coordinates points, or lists of lists of them, nested as deep as the type wants
     */
    record Shape(String type, List<Object> coordinates) {}

    int points() {
        return points;
    }

    /** Reads the geometry at whose first token the parser stands. */
    Shape read(String label, JsonToken value) {
        this.label = label;
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return NONE;
        }
        String type = "";
        List<Object> coordinates = List.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("type")) {
                type = parser.getValueAsString("");
            } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
                coordinates = coordinates(type);
            } else {
                parser.skipChildren();
            }
        }
        return new Shape(type, coordinates);
    }

    private List<Object> coordinates(String type) {
        if (type.equals("Point")) {
            throw OutlinesRefused.because("not_area", label, type);
        }
        var parts = new ArrayList<Object>();
        for (var token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                throw OutlinesRefused.because("not_area", label, type);
            }
            parts.add(part(type));
        }
        return parts;
    }

    /** A point, or a list of what is in it; the parser stands at its start. */
    private Object part(String type) {
        JsonToken first = parser.nextToken();
        if (first.isNumeric()) {
            return point(type);
        }
        var parts = new ArrayList<Object>();
        for (var token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                throw OutlinesRefused.because("not_area", label, type);
            }
            parts.add(part(type));
        }
        return parts;
    }

    private Coordinate point(String type) {
        double x = parser.getDoubleValue();
        if (!parser.nextToken().isNumeric()) {
            throw OutlinesRefused.because("not_area", label, type);
        }
        double y = parser.getDoubleValue();
        while (parser.nextToken() != JsonToken.END_ARRAY) { // An altitude says nothing here.
            parser.skipChildren();
        }
        if (++points > OutlineReader.MOST_POINTS) {
            throw OutlinesRefused.because("too_fine", label, OutlineReader.MOST_POINTS);
        }
        requireInKorea(x, y);
        return new Coordinate(x, y);
    }

    private void requireInKorea(double x, double y) {
        if (new Spot(y, x).inKorea()) {
            return;
        }
        if (new Spot(x, y).inKorea()) {
            throw OutlinesRefused.because("swapped", label, x, y);
        }
        throw OutlinesRefused.because(
                Math.abs(x) > 180 || Math.abs(y) > 90 ? "other_crs" : "elsewhere", label, x, y);
    }
}
