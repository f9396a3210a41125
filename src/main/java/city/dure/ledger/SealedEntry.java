package city.dure.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in its final place.
 *
 * @param number 0-based, without gaps: the index of the leaf
 * @param kind the dotted name without the version
 * @param at business time, UTC
 * @param sealedAt system time of the seal, UTC, never before that of the entry before
 * @param open whether the details are public
 * @param actor the role that acted
 * @param by the account that acted ({@code u-…}, {@code system}); null when it was forgotten
 * @param details strings, lists of strings and flat maps of strings under snake-case keys
 * @param leaf the exact public bytes
 */
public record SealedEntry(
        long number,
        UUID id,
        String kind,
        int version,
        Instant at,
        Instant sealedAt,
        boolean open,
        String actor,
        @Nullable String by,
        Map<String, Object> details,
        byte[] leaf) {

    /** The detail under a key as text, or an empty string. */
    public String text(String key) {
        return details.get(key) instanceof String text ? text : "";
    }
}
