package city.dure.cards;

import city.dure.citizens.CitizenId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prepaid card, without its number.
 *
 * @param changedAt when it came into its state
 * @param blockedFor why; null unless it is blocked
 */
public record Card(
        CardId id,
        CitizenId citizen,
        State state,
        Instant orderedAt,
        Instant changedAt,
        @Nullable Why blockedFor) {
    /** Where a card stands; only forward, and blocked for good. */
    public enum State {
        /** Somebody wants one. */
        ORDERED,
        /** It was made and is on its way. */
        SENT,
        /** It pays. */
        ACTIVE,
        /** It does not any more. */
        BLOCKED;

        /** The code in tables, entries and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a card is blocked. */
    public enum Why {
        LOST,
        STOLEN,
        BROKEN,
        UNWANTED,
        /** Its holder left the portal. */
        LEFT,
        /** Its holder turned out to have another one already. */
        SECOND;

        /** The code in tables, entries, forms and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What people may choose, in the order of a form. */
        public boolean chosen() {
            return compareTo(LEFT) < 0;
        }

        /** The reason of a code that people may choose, if there is one. */
        static Optional<Why> chosen(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.chosen() && each.code().equals(code))
                    .findFirst();
        }
    }

    /** Whether it pays or will; only such a one can be blocked. */
    public boolean open() {
        return state != State.BLOCKED;
    }

    /** Whether its holder may say now that it is in their hands. */
    public boolean awaited() {
        return state == State.SENT;
    }

    /** The code of its state, for message keys. */
    public String code() {
        return state.code();
    }
}
