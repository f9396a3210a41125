package city.dure.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access log.
 *
 * @param who an account ({@code u-…}), or {@code n-…} for a name that was typed: its keyed hash
 * @param place the network it came from, /24 or /48
 * @param times how often, from {@code at} to {@code lastAt}; or how many entries were opened
 * @param about the address at which something was opened, or the fields that were seen; null for
 *     signing in and out
 * @param whom whose data was seen, {@code c-…}; null where it was nobody's
 * @param reason the code of the reason that was given for it
 */
public record Access(
        long id,
        Instant at,
        Instant lastAt,
        What what,
        String who,
        String place,
        int times,
        @Nullable String about,
        @Nullable String whom,
        @Nullable String reason) {
    /**
     * The line as the ledger's digest of its day has it; lines about nobody read as they did before
     * there were others, so that digests of those days fit still.
     */
    @Override
    public String toString() {
        String line =
                "Access[id=%d, at=%s, lastAt=%s, what=%s, who=%s, place=%s, times=%d, about=%s"
                        .formatted(id, at, lastAt, what, who, place, times, about);
        return reason == null ? line + "]" : line + ", whom=" + whom + ", reason=" + reason + "]";
    }

    /** What happened. */
    public enum What {
        SIGNED_IN,
        FAILED,
        SLOWED,
        SIGNED_OUT,
        /** Somebody read what closed entries of the ledger say. */
        OPENED,
        /** An official looked for a citizen; how many were found. */
        SEARCHED,
        /** An official saw a citizen's data, masked. */
        VIEWED,
        /** An official saw a field of it in plain. */
        REVEALED;

        /** The end of its message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
