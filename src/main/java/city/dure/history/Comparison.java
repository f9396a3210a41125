package city.dure.history;

import java.util.Arrays;
import java.util.Locale;

/**
 * A newer file beside what is known of its list.
 *
 * @param known how much the list is known to name
 * @param found how much of that stands in the file
 * @param gone how much does not, and is not closed yet
 * @param closable how much of that can be closed
 * @param closed how much of that the run has closed
 */
public record Comparison(
        long known, long found, long gone, long closable, long closed, Decision decision) {
    static final Comparison NONE = new Comparison(0, 0, 0, 0, 0, Decision.STAY);

    /** Whether it is rather another list: fewer than half of what is known stand in it. */
    public boolean isStrange() {
        return known > 0 && found * 2 < known;
    }

    Comparison closing(int more) {
        return new Comparison(known, found, gone, closable, closed + more, decision);
    }

    Comparison decided(Decision what) {
        return new Comparison(known, found, gone, closable, closed, what);
    }

    /** What becomes of what is gone. */
    public enum Decision {
        STAY,
        CLOSE;

        /** As it stands in forms. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of a code; to leave it when there is none such. */
        public static Decision of(String code) {
            return Arrays.stream(values())
                    .filter(decision -> decision.code().equals(code))
                    .findFirst()
                    .orElse(STAY);
        }
    }
}
