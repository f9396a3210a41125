package city.dure.merchants;

/**
 * What one line of a list did, or would do.
 *
 * @param merchant whether the business is a merchant already: then the list changes nothing but
 *     what officials are told
 */
public record ListingEffect(Kind kind, boolean merchant) {
    /** The kinds of effect. */
    public enum Kind {
        NEW,
        CHANGED,
        UNCHANGED
    }
}
