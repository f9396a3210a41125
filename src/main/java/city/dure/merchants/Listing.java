package city.dure.merchants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says about one business.
 *
 * @param key by which the same business is found again in a newer list; at most 64 characters
 * @param closed whether the list says that it is out of business
 * @param closedOn since when, where the list says so
 */
public record Listing(String key, Business business, boolean closed, @Nullable LocalDate closedOn) {

    /**
     * What one line of a list did, or would do.
     *
     * @param business which one; null for one that would be new
     * @param merchant whether the business is a merchant already: then the list changes nothing but
     *     what officials are told
     * @param fields the names of the fields that changed, in snake case
     * @param before as it stood before; null for a new one
     */
    public record Effect(
            Kind kind,
            @Nullable MerchantId business,
            boolean merchant,
            List<String> fields,
            @Nullable Before before) {
        public Effect {
            fields = List.copyOf(fields);
        }
    }

    /** The kinds of effect. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /** All of a business that a list may change, as it stood before, to be put back. */
    public record Before(
            MerchantId id,
            int version,
            MerchantStatus status,
            @Nullable String statusReason,
            Instant statusAt,
            Business business,
            @Nullable LocalDate closedOn,
            boolean listClosed,
            @Nullable String source,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}
}
