package city.dure.citizens;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody on a list of residents is in the register.
 *
 * @param citizen who it is; null unless {@link Fate#KNOWN}
 * @param moves whether the list says that they live elsewhere now
 * @param stays whether the list says so, but the register knows of a later move, or the list does
 *     not say since when and they told of their home themselves
 * @param renewed what else the list knows anew of somebody who has not joined, as the ledger names
 *     it; members keep their addresses themselves
 */
public record Finding(
        Fate fate, @Nullable Citizen citizen, boolean moves, boolean stays, List<String> renewed) {
    public Finding {
        renewed = List.copyOf(renewed);
    }

    /** What becomes of somebody on a list. */
    public enum Fate {
        /** Nobody in the register can be this person. */
        NEW,
        KNOWN,
        /** More than one in the register can be, so the list cannot say whom it means. */
        SEVERAL,
        /** Somebody has the name and birth date and another phone. */
        OTHER_PHONE
    }

    static Finding of(Fate fate) {
        return new Finding(fate, null, false, false, List.of());
    }

    /** Whether it is a member whom no list named so far. */
    public boolean names() {
        return citizen != null && !citizen.listed();
    }

    /** Whether the register changes by what the list says. */
    public boolean changes() {
        return moves || names() || !renewed.isEmpty();
    }

    /** Whether it is somebody who joined by themselves. */
    public boolean isMember() {
        return citizen != null && citizen.account() != null;
    }
}
