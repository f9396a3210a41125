package city.dure.applications;

import city.dure.web.Conflict;
import java.util.Locale;

/** An application that cannot be sent in; nothing was stored. */
public class ApplicationRefused extends Conflict {
    /** Why not. */
    public enum Reason {
        /** Somebody else has applied for the same shop and is waiting. */
        SHOP_IN_REVIEW,
        /** The shop accepts already, or is closed. */
        SHOP_NOT_CLAIMABLE,
        /** An application with the same business number is waiting. */
        NUMBER_IN_REVIEW,
        /** The business number belongs to a merchant. */
        NUMBER_IS_MERCHANT
    }

    private final Reason reason;

    ApplicationRefused(Reason reason) {
        super(key(reason));
        this.reason = reason;
    }

    /** The reason. */
    public Reason reason() {
        return reason;
    }

    /** The message key of the sentence, such as {@code applications.refused.shop-in-review}. */
    public String messageKey() {
        return key(reason);
    }

    private static String key(Reason reason) {
        return "applications.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
