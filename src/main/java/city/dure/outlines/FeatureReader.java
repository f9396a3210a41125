package city.dure.outlines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one feature of a file after the other. */
final class FeatureReader {
    private static final int MOST_PROPERTIES = 100;
    private static final int LONGEST_VALUE = 200;

    /** What a file without a list of features may be instead. */
    private static final Set<String> TYPES =
            Set.of("Feature", "Polygon", "MultiPolygon", "GeometryCollection", "FeatureCollection");

    private final JsonParser parser;
    private final ShapeReader shapes;

    FeatureReader(JsonParser parser) {
        this.parser = parser;
        this.shapes = new ShapeReader(parser);
    }

    int points() {
        return shapes.points();
    }

    boolean isType(@Nullable String type) {
        return type != null && TYPES.contains(type);
    }

    /** Reads the feature at the start of which the parser stands. */
    Outline read(int number) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw OutlinesRefused.because("not_geojson");
        }
        Map<String, String> properties = Map.of();
        ShapeReader.Shape shape = ShapeReader.NONE;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "properties" -> properties = properties(value);
                case "geometry" -> shape = shapes.read(Outline.label(number, properties), value);
                default -> parser.skipChildren();
            }
        }
        return new Outline(
                number, properties, Soundness.polygons(Outline.label(number, properties), shape));
    }

    /** What an old file says about its coordinates: only degrees of WGS84 are understood. */
    void reference(JsonToken value) {
        String said = value == JsonToken.START_OBJECT ? reference() : "";
        String plain = said.toUpperCase(java.util.Locale.ROOT);
        if (!plain.isEmpty() && !plain.contains("CRS84") && !plain.matches(".*EPSG:+4326")) {
            throw OutlinesRefused.because("other_crs_named", said);
        }
    }

    /** The name within {@code {"type":"name","properties":{"name":"…"}}}. */
    private String reference() {
        String said = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                said = properties(value).getOrDefault("name", "");
            } else {
                parser.skipChildren();
            }
        }
        return said;
    }

    private Map<String, String> properties(JsonToken value) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (value != JsonToken.START_OBJECT) {
            return properties;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isScalarValue() && properties.size() < MOST_PROPERTIES) {
                properties.put(clean(name), clean(parser.getValueAsString("")));
            } else {
                parser.skipChildren();
            }
        }
        return properties;
    }

    private static String clean(String text) {
        String one =
                java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)
                        .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", " ")
                        .strip();
        return one.substring(0, Math.min(one.length(), LONGEST_VALUE));
    }
}
