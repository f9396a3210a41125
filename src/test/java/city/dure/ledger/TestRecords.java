package city.dure.ledger;

import city.dure.shared.PublicId;
import city.dure.shared.Subject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events that only tests record. */
public final class TestRecords {
    private TestRecords() {}

    /** A thing of the tests. */
    public record ThingId(UUID value) implements Subject {
        /** A thing nobody has seen before. */
        public static ThingId random() {
            return new ThingId(UUID.randomUUID());
        }

        @Override
        public String ref() {
            return PublicId.write("t", value);
        }
    }

    /** An open event. */
    @LedgerKind(value = "test.thing_shown", open = true)
    public record ThingShown(ThingId thing, String colour, List<String> tags)
            implements LedgerRecord {
        /** A thing of a colour. */
        public ThingShown(ThingId thing, String colour) {
            this(thing, colour, List.of());
        }
    }

    /** A closed event. */
    @LedgerKind(value = "test.thing_hidden", version = 2)
    public record ThingHidden(ThingId thing, int amount, Map<String, String> notes)
            implements LedgerRecord {
        /** A thing and an amount. */
        public ThingHidden(ThingId thing, int amount) {
            this(thing, amount, Map.of());
        }
    }
}
