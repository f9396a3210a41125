package city.dure.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to what is asked now.
 *
 * @param text as it is asked now
 * @param given the version that was agreed to last and not withdrawn; null for none
 * @param at when that was, or when the last one was withdrawn; null when there never was one
 */
public record Standing(ConsentText text, @Nullable Integer given, @Nullable Instant at) {
    /** Whether the person agrees to what is asked now. */
    public boolean agrees() {
        return given != null && given == text.version();
    }

    /** Whether the person agreed to words that have changed since. */
    public boolean outdated() {
        return given != null && given < text.version();
    }

    /** Whether the person agreed once and took it back. */
    public boolean withdrawn() {
        return given == null && at != null;
    }
}
