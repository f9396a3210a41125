package city.dure.audit;

import city.dure.ledger.SealedEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry as it is told to a reader.
 *
 * @param sentence the sentence of the kind, or its plain title where the details stay closed
 * @param opened whether the sentence says what the entry says
 */
record Told(SealedEntry entry, String sentence, boolean opened) {
    /** The number that people cite: the index of the leaf, from 0. */
    public long number() {
        return entry.number();
    }

    /** When it happened; of a closed entry the minute, which is all that its leaf says. */
    public Instant at() {
        return entry.open() ? entry.at() : entry.at().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Whether a person with an account did it, whose other entries can be asked for. */
    public boolean byPerson() {
        String by = entry.by();
        return by != null && Names.isRef(by);
    }
}
