package city.dure.approvals;

import java.time.Instant;
import java.util.List;

/**
 * What waits for somebody's approval, and what that person asked for.
 *
 * @param waiting how many wait for this person, also beyond those listed
 * @param lines the newest of them
 * @param own what this person asked for
 */
public record Inbox(long waiting, List<Line> lines, List<Line> own) {
    /**
     * One matter.
     *
     * @param action its name is the message {@code approvals.action.} and this
     * @param askedBy the name of who asked
     * @param minutesLeft how long it can be approved, in minutes; 0 once it has expired
     * @param expired whether nobody decided in time
     */
    public record Line(
            String action,
            String href,
            String askedBy,
            Instant askedAt,
            long minutesLeft,
            boolean expired) {}

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return lines.isEmpty() && own.isEmpty();
    }
}
