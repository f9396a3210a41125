package city.dure.verifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check of the ledger, as it is shown.
 *
 * @param size how many entries there are to check; once it has ended, how many were checked
 * @param checked how many of them have been looked at
 * @param told the first damages in English, a sentence each
 * @param replayed what came of replaying the entries, as the ledger entry says it
 * @param entry the ledger entry of the result; null unless it came to one
 */
record Check(
        long number,
        Instant begunAt,
        String begunBy,
        State state,
        long size,
        long checked,
        @Nullable Instant endedAt,
        long damages,
        List<String> told,
        Map<String, String> replayed,
        @Nullable UUID entry) {
    /** What became of a check. */
    enum State {
        RUNNING("wait"),
        SOUND("ok"),
        ALTERED("bad"),
        /** Whoever ran it is gone, or could not check; nothing was found either way. */
        BROKEN("neutral");

        private final String look;

        State(String look) {
            this.look = look;
        }

        /** In messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How the page shows it. */
        public String look() {
            return look;
        }
    }

    /** Whether it goes on. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
