package city.dure.access;

import java.time.Instant;

/**
 * One line of the access log.
 *
 * @param who an account ({@code u-…}), or {@code n-…} for a name that was typed: its keyed hash
 * @param place the network it came from, /24 or /48
 * @param times how often, from {@code at} to {@code lastAt}
 */
public record Access(
        long id, Instant at, Instant lastAt, What what, String who, String place, int times) {
    /** What happened. */
    public enum What {
        SIGNED_IN,
        FAILED,
        SLOWED,
        SIGNED_OUT;

        /** The end of its message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
