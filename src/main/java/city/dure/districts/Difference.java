package city.dure.districts;

import city.dure.city.District;
import city.dure.city.DistrictMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file would do to the districts.
 *
 * @param stayed how many stay as they are, but for their outlines
 */
record Difference(List<District> came, List<District> went, List<Change> changed, int stayed) {
    /** A district that is the same, but called or numbered otherwise. */
    record Change(District before, District after) {
        /** Whether people will see another name. */
        public boolean renamed() {
            return !before.name().equals(after.name());
        }
    }

    static Difference between(DistrictMap now, DistrictMap next) {
        Map<String, District> left =
                now.districts().stream()
                        .collect(Collectors.toMap(District::code, Function.identity()));
        var came = new ArrayList<District>();
        var changed = new ArrayList<Change>();
        int stayed = 0;
        for (District after : next.districts()) {
            District before = left.remove(after.code());
            if (before == null) {
                came.add(after);
            } else if (before.equals(after)) {
                stayed++;
            } else {
                changed.add(new Change(before, after));
            }
        }
        var went = now.districts().stream().filter(one -> left.containsKey(one.code())).toList();
        return new Difference(came, went, changed, stayed);
    }
}
