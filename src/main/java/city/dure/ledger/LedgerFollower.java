package city.dure.ledger;

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
}
