package city.dure.outlines;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a file: what the file says about an area, and its shape.
 *
 * @param number its place in the file, from 1
 * @param properties texts and numbers as text, in the order of the file
 * @param shape sound polygons of WGS84, x being the longitude
 */
public record Outline(int number, Map<String, String> properties, Geometry shape) {
    /** Its number, and its name as far as one can be guessed, for a sentence. */
    public String label() {
        return label(number, properties);
    }

    static String label(int number, Map<String, String> properties) {
        return properties.values().stream()
                .filter(value -> value.matches("(?s).*[가-힣].*"))
                .findFirst()
                .map(name -> number + " (" + name + ")")
                .orElseGet(() -> String.valueOf(number));
    }
}
