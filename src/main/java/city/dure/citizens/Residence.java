package city.dure.citizens;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in a part of the city.
 *
 * @param district its code
 * @param movedOut the day on which another one began; null for where they live now
 * @param source who says so: {@code self}, {@code desk} or {@code list}
 * @param dated whether they named the day; else it is the day of the list
 */
public record Residence(
        String district,
        LocalDate movedIn,
        @Nullable LocalDate movedOut,
        String source,
        boolean dated) {
    /** One that lasts. */
    static Residence since(LocalDate day, String district, String source, boolean dated) {
        return new Residence(district, day, null, source, dated);
    }
}
