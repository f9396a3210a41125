package city.dure.shopchanges;

import java.util.Locale;

/** Why a change is refused. */
enum ChangeRefusal {
    /** The register of businesses says otherwise. */
    NOT_REGISTERED,
    /** It would be another business, which has to apply itself. */
    OTHER_BUSINESS,
    /** The address lies outside the city. */
    OUTSIDE,
    /** It cannot be told what is meant. */
    UNCLEAR;

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
