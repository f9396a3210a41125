package city.dure.outlines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sound file of outlines holds.
 *
 * @param points how many points all shapes have together
 */
public record OutlineFile(List<Outline> outlines, int points) {
    private static final int SAMPLES = 3;

    public OutlineFile {
        outlines = List.copyOf(outlines);
    }

    /**
     * A property that features have.
     *
     * @param samples some of its values
     * @param filled how many features have a value
     * @param different how many values there are
     */
    public record Property(String name, List<String> samples, int filled, int different) {}

    /** The properties in the order in which the file names them. */
    public List<Property> properties() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Outline outline : outlines) {
            outline.properties()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
        }
        return values.entrySet().stream().map(e -> property(e.getKey(), e.getValue())).toList();
    }

    private static Property property(String name, List<String> values) {
        Set<String> different = new LinkedHashSet<>(values);
        different.remove("");
        return new Property(
                name,
                different.stream().limit(SAMPLES).toList(),
                (int) values.stream().filter(value -> !value.isEmpty()).count(),
                different.size());
    }
}
