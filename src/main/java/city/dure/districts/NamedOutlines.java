package city.dure.districts;

import city.dure.city.District;
import city.dure.outlines.Outline;
import city.dure.outlines.OutlineFile;
import city.dure.outlines.OutlinesRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The districts that a file describes, by the columns that were chosen; codes are given later. */
final class NamedOutlines {
    private static final int LONGEST = 40;
    private static final int LONGEST_ENGLISH = 80;

    private final Map<District, Geometry> drawn = new LinkedHashMap<>();
    private final Map<String, Outline> names = new HashMap<>();
    private final Map<String, Outline> numbers = new HashMap<>();
    private final Columns columns;

    private NamedOutlines(Columns columns) {
        this.columns = columns;
    }

    /**
     * The districts, each with its name shortened to its last word where that tells them apart.
     *
     * @throws OutlinesRefused when one has no name or number, or two have the same
     */
    static NamedOutlines of(OutlineFile file, Columns columns) {
        var named = new NamedOutlines(columns);
        var names = shortened(file, columns.name());
        for (int i = 0; i < names.size(); i++) {
            named.add(file.outlines().get(i), names.get(i));
        }
        return named;
    }

    /** The districts in the order of the file, with their shapes. */
    Map<District, Geometry> drawn() {
        return drawn;
    }

    private void add(Outline outline, String name) {
        if (name.isEmpty()) {
            throw OutlinesRefused.because("no_name", outline.number());
        }
        if (name.length() > LONGEST) {
            throw OutlinesRefused.because("long_name", outline.label(), LONGEST);
        }
        requireNew(names, name, outline, "same_name");
        String ministry = number(outline, columns.ministry(), "m", "\\d{10}", "ministry");
        String kostat = number(outline, columns.kostat(), "k", "\\d{5,10}", "kostat");
        String english = value(outline, columns.nameEn());
        english = english.substring(0, Math.min(english.length(), LONGEST_ENGLISH));
        drawn.put(
                new District("", name, english.isEmpty() ? name : english, ministry, kostat),
                outline.shape());
    }

    private @Nullable String number(
            Outline outline, String column, String system, String form, String reason) {
        String value = value(outline, column);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches(form)) {
            throw OutlinesRefused.because("wrong_" + reason, outline.label(), value);
        }
        requireNew(numbers, system + value, outline, "same_" + reason);
        return value;
    }

    private static void requireNew(
            Map<String, Outline> known, String key, Outline outline, String reason) {
        Outline before = known.putIfAbsent(key, outline);
        if (before != null) {
            throw OutlinesRefused.because(reason, before.label(), outline.label());
        }
    }

    /** “경기도 고양시덕양구 주교동” is called 주교동 where no other district is. */
    private static List<String> shortened(OutlineFile file, String column) {
        var whole = file.outlines().stream().map(one -> value(one, column)).toList();
        var last = whole.stream().map(NamedOutlines::lastWord).toList();
        var counts = new HashMap<String, Integer>();
        last.forEach(word -> counts.merge(word, 1, Integer::sum));
        var names = new ArrayList<String>();
        for (int i = 0; i < whole.size(); i++) {
            names.add(counts.getOrDefault(last.get(i), 0) == 1 ? last.get(i) : whole.get(i));
        }
        return names;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String value(Outline outline, String column) {
        return outline.properties().getOrDefault(column, "");
    }
}
