package city.dure.audit;

import city.dure.ledger.SealedEntry;

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
}
