package city.dure.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives districts that come from a file their codes. One that has the official number or the name
 * of a district in force is the same district and keeps its code, since businesses and entries
 * refer to it.
 */
final class DistrictCodes {
    private final List<District> inForce;
    private final Set<String> taken = new HashSet<>();

    private DistrictCodes(List<District> inForce) {
        this.inForce = inForce;
    }

    /** The same districts in their order, each with its code. */
    static List<District> give(List<District> inForce, List<District> found) {
        return new DistrictCodes(inForce).give(found);
    }

    private List<District> give(List<District> found) {
        var codes = new ArrayList<@Nullable String>();
        found.forEach(one -> codes.add(kept(one, DistrictCodes::sameNumber)));
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == null) {
                codes.set(i, kept(found.get(i), (old, one) -> old.name().equals(one.name())));
            }
        }
        var given = new ArrayList<District>();
        for (int i = 0; i < codes.size(); i++) {
            District one = found.get(i);
            String code = Objects.requireNonNullElseGet(codes.get(i), () -> fresh(one));
            given.add(
                    new District(
                            code, one.name(), one.nameEn(), one.ministryCode(), one.kostatCode()));
        }
        return given;
    }

    private @Nullable String kept(District one, BiPredicate<District, District> same) {
        Optional<String> code =
                inForce.stream()
                        .filter(old -> same.test(old, one))
                        .map(District::code)
                        .filter(taken::add)
                        .findFirst();
        return code.orElse(null);
    }

    private String fresh(District one) {
        String code = one.ministryCode() != null ? one.ministryCode() : one.kostatCode();
        if (code != null && taken.add(code)) {
            return code;
        }
        String name = one.name().replaceAll("\\s", "");
        taken.add(name);
        return name;
    }

    private static boolean sameNumber(District old, District one) {
        return is(one.ministryCode(), old.ministryCode(), old.code())
                || is(one.kostatCode(), old.kostatCode(), old.code());
    }

    private static boolean is(@Nullable String number, @Nullable String old, String code) {
        return number != null && (number.equals(old) || number.equals(code));
    }
}
