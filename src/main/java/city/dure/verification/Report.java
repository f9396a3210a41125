package city.dure.verification;

import city.dure.replay.Replayed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param origin the ledger's name
 * @param size how many entries were checked
 * @param pending how many recorded entries wait for their number; their bytes were checked too
 * @param head to remember, and to check against later; null when something is damaged
 * @param damages the first 20, beginning with the lowest number
 * @param damageCount how many there are in all
 * @param replayed what modules rebuilt from the entries; empty when something else is damaged
 */
public record Report(
        String origin,
        long size,
        long pending,
        @Nullable RememberedHead head,
        List<Damage> damages,
        long damageCount,
        List<Replayed> replayed) {
    /** Whether everything is as it was sealed. */
    public boolean sound() {
        return damageCount == 0;
    }
}
