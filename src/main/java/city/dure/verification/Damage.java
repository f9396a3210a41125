package city.dure.verification;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was sealed.
 *
 * @param number the entry's number; null when no single entry can be named
 * @param kind which promise is broken
 * @param sentence what was found, in English
 */
public record Damage(@Nullable Long number, Kind kind, String sentence) {
    /** A sentence stays one line, whatever it quotes from a table. */
    public Damage {
        sentence = sentence.replaceAll("\\p{Cntrl}", " ");
    }

    /** What is broken. */
    public enum Kind {
        /** A number has no entry any more. */
        DELETED,
        /** The public bytes are not those that were sealed. */
        CHANGED,
        /** The chain does not lead to this entry. */
        CHAIN,
        /** A stored node of the tree is not the hash of what lies below it. */
        TREE,
        /** What opens the entry is gone or does not fit its public bytes. */
        OPENING,
        /** The lists of who acted and whom it concerns do not fit the entry. */
        SUBJECT,
        /** The rows by which lists are found are not those that the entries ask for. */
        FILING,
        /** An entry was sealed earlier than the one before it. */
        TIME,
        /** Size or chain of the head are not those of the entries. */
        HEAD,
        /** A signed checkpoint does not fit the entries, or was not signed. */
        CHECKPOINT,
        /** An entry has no number and waits for none. */
        LOST,
        /** The ledger is not a continuation of the remembered head. */
        REMEMBERED,
        /** Entries contradict each other, or a table does not say what they say. */
        REPLAY
    }
}
