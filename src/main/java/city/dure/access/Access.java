package city.dure.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access log.
 *
 * @param who an account ({@code u-…}), or {@code n-…} for a name that was typed: its keyed hash
 * @param place the network it came from, /24 or /48
 * @param times how often, from {@code at} to {@code lastAt}; or how many entries were opened
 * @param about the address at which something was opened; null for signing in and out
 */
public record Access(
        long id,
        Instant at,
        Instant lastAt,
        What what,
        String who,
        String place,
        int times,
        @Nullable String about) {
    /** What happened. */
    public enum What {
        SIGNED_IN,
        FAILED,
        SLOWED,
        SIGNED_OUT,
        /** Somebody read what closed entries of the ledger say. */
        OPENED;

        /** The end of its message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
