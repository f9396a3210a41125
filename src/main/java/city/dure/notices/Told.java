package city.dure.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice in an inbox.
 *
 * @param readAt null as long as it was not read
 */
public record Told(long id, Notice notice, Instant at, @Nullable Instant readAt) {
    /** The arguments as messages take them. */
    public Object[] arguments() {
        return notice.filling();
    }
}
