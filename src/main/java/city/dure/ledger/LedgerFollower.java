package city.dure.ledger;

import java.util.List;

/**
 * Follows the sealed ledger in order; each entry takes effect exactly once over all instances,
 * because the follower's cursor moves in the same transaction as its effects.
 */
public interface LedgerFollower {
    /** Names the cursor; never changes. */
    String name();

    /**
     * Takes in one entry, inside a transaction; an exception rolls the effects back and parks this
     * follower at the entry, with an alarm.
     */
    void follow(SealedEntry entry);

    /**
     * Takes in these entries, in their order.
     *
     * @return how many of them, where the next is to be taken in by a transaction of its own
     */
    default int follow(List<SealedEntry> entries) {
        entries.forEach(this::follow);
        return entries.size();
    }
}
