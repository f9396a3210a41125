package city.dure.verifications;

import city.dure.verification.Damage;
import java.time.Instant;
import java.util.Arrays;
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
 * @param told the first damages
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
        List<Found> told,
        Map<String, String> replayed,
        @Nullable UUID entry) {
    /**
     * A damage.
     *
     * @param damage its kind, in messages; null in checks that did not keep it
     * @param number the entry's; null when none can be named
     * @param sentence what was found, in English
     */
    record Found(@Nullable String damage, @Nullable Long number, String sentence) {
        static Found of(Damage damage) {
            return new Found(
                    damage.kind().name().toLowerCase(Locale.ROOT),
                    damage.number(),
                    damage.sentence());
        }

        static Found parse(String line) {
            String[] parts = line.split("\t", 3);
            return parts.length == 3 && parts[1].matches("\\d{0,18}")
                    ? new Found(parts[0], number(parts[1]), parts[2])
                    : new Found(null, null, line);
        }

        String line() {
            return "%s\t%s\t%s".formatted(damage, number == null ? "" : number, sentence);
        }

        private static @Nullable Long number(String text) {
            return text.isEmpty() ? null : Long.valueOf(text);
        }
    }

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

        /** The state of a code; none for other texts. */
        static @Nullable State of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(null);
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
