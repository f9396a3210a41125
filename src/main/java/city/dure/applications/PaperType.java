package city.dure.applications;

import java.util.Locale;

/** What a paper shows. */
public enum PaperType {
    /** The business registration certificate; no application without it. */
    REGISTRATION,
    /** The licence of the trade, such as of a restaurant. */
    LICENCE,
    /** The bank book's first page. */
    BANK_BOOK,
    /** The shop from outside, with its sign. */
    SHOP_FRONT,
    OTHER;

    /** The code in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
